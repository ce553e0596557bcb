#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a person must know, on standard error: a line each, behind the name of the command, which is red where colours are wanted.
struct ErrorLines {
  private let mark: String

  init(color: Showing) {
    mark = Self.isColored(color) ? "\u{1B}[1;31mconvolint:\u{1B}[0m" : "convolint:"
  }

  func say(_ text: String) { Tool.say("\(mark) \(Tool.visible(text))", to: STDERR_FILENO) }

  /// `auto`: on a terminal that can show them, and whose user has nothing against them (no-color.org).
  private static func isColored(_ color: Showing) -> Bool {
    func setting(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    switch color {
    case .always: return true
    case .never: return false
    case .auto: return isatty(STDERR_FILENO) != 0 && setting("NO_COLOR").isEmpty && setting("TERM") != "dumb"
    }
  }
}
