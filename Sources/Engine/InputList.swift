import Model

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The inputs that the paths of a run name: files as they are, directories with all that lies in them, sorted, each once.
struct InputList: Sendable {
  private(set) var paths: [String] = []
  /// Paths that are neither.
  private(set) var unreadable: [InputSummary] = []

  init(_ configuration: Configuration) {
    var found: Set<String> = []
    for path in configuration.paths { add(path, &found) }
    // In the order of their bytes, whatever order they were named in: the reports must not depend on it.
    paths = found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func add(_ path: String, _ found: inout Set<String>) {
    guard path != "-" else {
      found.insert(path)
      return
    }
    guard let status = Self.status(path) else {
      fail(path, "does not exist or cannot be reached")
      return
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      addDirectory(path, [Self.identity(status)], &found)
    } else {
      found.insert(path)
    }
  }

  /// - Parameter above: the directories on the way here, by device and file number: a link back to one of them is a loop.
  private mutating func addDirectory(_ path: String, _ above: [String], _ found: inout Set<String>) {
    guard let directory = opendir(path) else {
      fail(path, "the directory cannot be listed")
      return
    }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let name else {
        fail(path, "holds a file whose name is not UTF-8; name it with --files-from")
        continue
      }
      // Hidden files are notes of programs, not exports.
      if name.hasPrefix(".") { continue }
      let inner = path.hasSuffix("/") ? path + name : path + "/" + name
      guard let status = Self.status(inner) else {
        fail(inner, "does not exist or cannot be reached")
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG: found.insert(inner)
      case S_IFDIR where !above.contains(Self.identity(status)):
        addDirectory(inner, above + [Self.identity(status)], &found)
      default: break
      }
    }
  }

  private mutating func fail(_ path: String, _ message: String) {
    var summary = InputSummary(path: path)
    summary.add(Problem(.unreadableInput, message: message))
    unreadable.append(summary)
  }

  static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  static func identity(_ status: stat) -> String { "\(status.st_dev):\(status.st_ino)" }
}
