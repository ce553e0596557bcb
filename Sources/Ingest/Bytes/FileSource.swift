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
  private var end = Int.max
  /// How long a regular file was when it was opened, or a look before: it may grow while it is read, but not shrink. 0 of anything else.
  let length: Int

  /// - Parameter length: how long the file was before it was opened, if somebody looked.
  /// - Throws: a problem of kind `unreadable-input` that says why.
  init(path: InputPath, length: Int = 0) throws(ReadingError) {
    if path == .standardInput {
      descriptor = STDIN_FILENO
      ownsDescriptor = false
      self.length = 0
      return
    }
    descriptor = unsafe open(path.terminated, O_RDONLY | O_CLOEXEC)
    ownsDescriptor = true
    if descriptor < 0 {
      self.length = 0
      throw ReadingError(Problem(.unreadableInput, message: "cannot be opened: \(Self.reason(errno))"))
    }
    self.length = max(length, Self.length(of: descriptor))
  }

  deinit {
    if ownsDescriptor, descriptor >= 0 { close(descriptor) }
  }

  /// Goes on with a range of a regular file.
  func move(to range: Range<Int>) {
    (position, end) = (range.lowerBound, range.upperBound)
    if lseek(descriptor, off_t(position), SEEK_SET) < 0 {
      damage = Problem(
        .unreadableInput, byteOffset: position, message: "cannot be positioned: \(Self.reason(errno))")
    }
  }

  /// Copies bytes of a regular file at an offset, wherever it is being read.
  /// - Returns: how many there are.
  func look(at offset: Int, into window: inout [UInt8], count: Int) -> Int {
    let found = unsafe window.withUnsafeMutableBytes {
      unsafe pread(descriptor, $0.baseAddress, min($0.count, count), off_t(offset))
    }
    return max(0, found)
  }

  func read(into buffer: inout [UInt8], at offset: Int) -> Int {
    while damage == nil {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        let free = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[offset...])
        return unsafe read(descriptor, free.baseAddress, min(free.count, end - position))
      }
      if count > 0 {
        position += count
        return count
      }
      if count == 0 {
        if position < min(end, length) { damage = Self.shrunk(to: position, from: length) }
        return 0
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

  private static func length(of descriptor: Int32) -> Int {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? length(status) : 0
  }

  /// Of a regular file, which can be opened more than once; 0 of anything else, as a pipe with a name.
  static func length(of path: InputPath) -> Int {
    var status = stat()
    return unsafe stat(path.terminated, &status) == 0 ? length(status) : 0
  }

  private static func length(_ status: stat) -> Int { status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0 }

  private static func shrunk(to position: Int, from length: Int) -> Problem {
    Problem(
      .unreadableInput, byteOffset: position,
      message: "the file shrank from \(length) to \(position) bytes while it was read; run again on a copy of it")
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
