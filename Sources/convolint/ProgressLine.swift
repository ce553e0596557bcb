#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One line on standard error that says how many inputs are read, while there are several and somebody watches.
struct ProgressLine: Sendable {
  private let isShown: Bool

  init(mode: Showing, isQuiet: Bool) {
    isShown = !isQuiet && (mode == .always || (mode == .auto && isatty(STDERR_FILENO) != 0))
  }

  func show(_ done: Int, of count: Int) {
    guard isShown, count > 1 else { return }
    put("\r\(done) of \(count) inputs read")
  }

  /// Takes the line away before anything else is said.
  func clear() {
    if isShown { put("\r\u{1B}[K") }
  }

  private func put(_ text: String) {
    var text = text
    _ = text.withUTF8 { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
