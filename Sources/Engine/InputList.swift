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
  private(set) var paths: [InputPath] = []
  /// Why other paths are none, by path.
  private var problems: [InputPath: String] = [:]

  init(_ configuration: Configuration) {
    var found: Set<InputPath> = []
    for path in configuration.paths { add(path, &found) }
    // In the order of their bytes, whatever order they were named in: the reports must not depend on it.
    paths = found.sorted()
    // Another path may have named what this one could not.
    problems = problems.filter { !found.contains($0.key) }
  }

  /// Paths that no input comes of.
  var unreadable: [InputSummary] {
    problems.sorted { $0.key < $1.key }.map { path, message in
      var summary = InputSummary(path: path.description)
      summary.add(Problem(.unreadableInput, message: message))
      return summary
    }
  }

  private mutating func add(_ path: InputPath, _ found: inout Set<InputPath>) {
    guard path != .standardInput else {
      found.insert(path)
      return
    }
    guard let status = Self.status(path) else {
      fail(path)
      return
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      addFiles(below: path, Self.identity(status), &found)
    } else {
      found.insert(path)
    }
  }

  /// Adds all files below a directory, however deep they lie.
  private mutating func addFiles(below path: InputPath, _ identity: String, _ found: inout Set<InputPath>) {
    // With the directories on the way to each, by device and file number: a link back to one of them is a loop.
    var waiting = [(path: path, way: [identity])]
    while let (directory, way) = waiting.popLast() {
      guard let names = Self.names(in: directory) else {
        problems[directory] = "the directory cannot be listed"
        continue
      }
      // Hidden files are notes of programs, not exports.
      for name in names where name.first != UInt8(ascii: ".") {
        let inner = directory.appending(name)
        guard let status = Self.status(inner) else {
          // A link that leads back to itself is a loop, too.
          if errno != ELOOP { fail(inner) }
          continue
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: found.insert(inner)
        case S_IFDIR where !way.contains(Self.identity(status)): waiting.append((inner, way + [Self.identity(status)]))
        default: break
        }
      }
    }
  }

  /// Nil where the directory cannot be listed to its end.
  private static func names(in directory: InputPath) -> [[UInt8]]? {
    guard let stream = opendir(directory.terminated) else { return nil }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(stream) {
      names.append(withUnsafeBytes(of: entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) })
    }
    return errno == 0 ? names : nil
  }

  private mutating func fail(_ path: InputPath) {
    // The arguments of a command are made text before anybody sees them.
    let isRepaired = path.description.unicodeScalars.contains("\u{FFFD}")
    let advice = isRepaired ? "; if its name is not UTF-8, pass it with --files-from <list> -0" : ""
    problems[path] = "does not exist or cannot be reached\(advice)"
  }

  static func status(_ path: InputPath) -> stat? {
    // A path with a zero byte would be taken for what stands before it.
    if path.bytes.contains(0) { return nil }
    var status = stat()
    return stat(path.terminated, &status) == 0 ? status : nil
  }

  /// The file that standard input reads, where it is one.
  static var standardInputFile: stat? {
    var status = stat()
    return fstat(STDIN_FILENO, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? status : nil
  }

  static func identity(_ status: stat) -> String { "\(status.st_dev):\(status.st_ino)" }
}
