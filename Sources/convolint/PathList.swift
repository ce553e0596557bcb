import ArgumentParser
import Model

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The paths of a run: those named, those of a list, or standard input where it is piped in and nothing else was named.
struct PathList {
  let paths: [InputPath]

  init(_ named: [String], filesFrom: String?, nullSeparated: Bool) throws {
    if named.contains("") { throw ValidationError("A path is empty; is a variable not set?") }
    if nullSeparated, filesFrom == nil {
      throw ValidationError("-0 says how a list ends its paths: name it with --files-from.")
    }
    var paths = named.map { InputPath($0) }
    if let filesFrom {
      paths += try Self.list(filesFrom, nullSeparated: nullSeparated)
      // What the list has taken from it, nothing is left of.
      if filesFrom == "-", paths.contains(.standardInput) {
        throw ValidationError("Standard input cannot be both the list of --files-from and a log.")
      }
    }
    if paths.isEmpty, filesFrom == nil, isatty(STDIN_FILENO) == 0 { paths = [.standardInput] }
    self.paths = paths
  }

  /// A list that never ends is none.
  private static let listLimit = 64 << 20

  private static func list(_ list: String, nullSeparated: Bool) throws -> [InputPath] {
    let descriptor = list == "-" ? STDIN_FILENO : open(list, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ValidationError("--files-from \(list): the list cannot be read.") }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw ValidationError("--files-from \(list): the list cannot be read.")
      }
      if count == 0 { break }
      bytes += buffer[..<count]
      guard bytes.count <= listLimit else {
        throw ValidationError("--files-from \(list): the list is larger than \(listLimit >> 20) MiB; split it.")
      }
    }
    return bytes.split(separator: nullSeparated ? 0 : 0x0A).map { name in
      let end = !nullSeparated && name.last == 0x0D ? name.endIndex - 1 : name.endIndex
      return InputPath(bytes: name[..<end])
    }.filter { !$0.bytes.isEmpty }
  }
}
