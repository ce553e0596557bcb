import Model

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A report that could not be written.
public struct OutputError: Error {
  public let message: String
  public let isClosedPipe: Bool

  init(_ what: String, code: Int32) {
    message = "\(what): \(strerror(code).map { String(cString: $0) } ?? "error \(code)")"
    isClosedPipe = code == EPIPE
  }
}

/// A report on its way to a file: written beside the target, flushed, and renamed, so that a report is never half there and an old one
/// stays whole until the new one is. What is no regular file (`/dev/null`, a named pipe) is written to as it is, and what names an
/// open descriptor (`/dev/stderr`) is written where that stands: a file the shell made for it is never replaced.
final class ReportFile {
  private let descriptor: Int32
  private let target: String
  private let temporary: String?
  private let files: TemporaryFiles

  init(path: String, among files: TemporaryFiles) throws(OutputError) {
    self.files = files
    if let inherited = Self.inheritedDescriptor(path) {
      target = path
      temporary = nil
      descriptor = dup(inherited)
      if descriptor < 0 { throw OutputError("cannot be opened", code: errno) }
      return
    }
    if let status = InputList.status(InputPath(path)), status.st_mode & S_IFMT != S_IFREG {
      target = path
      temporary = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 { throw OutputError("cannot be opened", code: errno) }
      return
    }
    // Through a link, so that the link stays and its target is replaced.
    target = try Self.resolved(path)
    let (descriptor, temporary) = try files.make(beside: target)
    self.descriptor = descriptor
    self.temporary = temporary
    let mode = InputList.status(InputPath(target))?.st_mode ?? (0o666 & ~Self.currentMask())
    fchmod(descriptor, mode & 0o7777)
  }

  deinit {
    close(descriptor)
    if let temporary { files.remove(temporary) }
  }

  func append(_ bytes: [UInt8]) throws(OutputError) { try Self.put(bytes, to: descriptor) }

  func finish() throws(OutputError) {
    guard let temporary else { return }
    if fsync(descriptor) != 0 { throw OutputError("cannot be flushed", code: errno) }
    try files.put(temporary, inPlaceOf: target)
  }

  static func put(_ bytes: [UInt8], to descriptor: Int32) throws(OutputError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw OutputError("cannot be written", code: errno)
      }
      written += count
    }
  }

  /// The descriptor that a path stands for; nil for a path of its own.
  private static func inheritedDescriptor(_ path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default:
      let folder = ["/dev/fd/", "/proc/self/fd/"].first { path.hasPrefix($0) }
      return folder.flatMap { Int32(path.dropFirst($0.count)) }
    }
  }

  /// The one path by which a file is known that a path leads to, however that is spelled; the file need not be there yet.
  static func place(of path: String) -> String {
    if let place = real(path) { return place }
    guard let slash = path.lastIndex(of: "/") else { return "\(real(".") ?? ".")/\(path)" }
    let folder = String(path[...slash])
    return "\(real(folder) ?? folder)/\(path[path.index(after: slash)...])"
  }

  /// Nil where nothing is there.
  private static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func resolved(_ path: String) throws(OutputError) -> String {
    if let resolved = real(path) { return resolved }
    let reason = errno
    var status = stat()
    // A link must not be taken for the file that is to be replaced.
    if lstat(path, &status) == 0 { throw OutputError("cannot be followed", code: reason) }
    return path
  }

  private static func currentMask() -> mode_t {
    let mask = umask(0)
    umask(mask)
    return mask
  }
}
