import Model

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file or standard input, read in large pieces with `read(2)`: a mapped file that shrinks would end the process.
final class FileSource: ByteSource {
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private(set) var damage: Problem?
  private var position = 0
  private let end: Int

  /// - Parameter range: the bytes to read of a file that can be positioned; all if nil.
  /// - Throws: a problem of kind `unreadable-input` that says why.
  init(path: String, range: Range<Int>? = nil) throws(ReadingError) {
    end = range?.upperBound ?? .max
    if path == "-" {
      descriptor = STDIN_FILENO
      ownsDescriptor = false
      return
    }
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    ownsDescriptor = true
    if descriptor < 0 {
      throw ReadingError(Problem(.unreadableInput, message: "cannot be opened: \(Self.reason(errno))"))
    }
    if let range {
      position = range.lowerBound
      if lseek(descriptor, off_t(position), SEEK_SET) < 0 {
        throw ReadingError(Problem(.unreadableInput, message: "cannot be positioned: \(Self.reason(errno))"))
      }
    }
  }

  deinit {
    if ownsDescriptor, descriptor >= 0 { close(descriptor) }
  }

  func read(into buffer: inout [UInt8], at offset: Int) -> Int {
    while damage == nil {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        let free = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[offset...])
        return unsafe read(descriptor, free.baseAddress, min(free.count, end - position))
      }
      if count >= 0 {
        position += count
        return count
      }
      if errno == EINTR { continue }
      damage = Problem(.unreadableInput, byteOffset: position, message: "cannot be read: \(Self.reason(errno))")
    }
    return 0
  }

  private func read(_ descriptor: Int32, _ address: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.read(descriptor, address, count)
    #elseif canImport(Musl)
      unsafe Musl.read(descriptor, address, count)
    #else
      unsafe Darwin.read(descriptor, address, count)
    #endif
  }

  private static func reason(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}

/// An input that cannot be read at all.
struct ReadingError: Error {
  let problem: Problem
  init(_ problem: Problem) { self.problem = problem }
}
