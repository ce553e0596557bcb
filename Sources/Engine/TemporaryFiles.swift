import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The unfinished reports of a run, so that a run that is stopped leaves none of them behind.
///
/// Making one, putting one into its place and removing all of them exclude each other: whenever the process is ended, each report
/// is either the old one or the whole new one, and nothing lies beside it.
public final class TemporaryFiles: Sendable {
  private let paths = Mutex<Set<String>>([])

  public init() {}

  /// Makes an empty file beside a target, with a name that nobody else has.
  func make(beside target: String) throws(OutputError) -> (descriptor: Int32, path: String) {
    var template = Array("\(target).XXXXXX".utf8CString)
    return try paths.withLock { paths throws(OutputError) in
      let descriptor = mkstemp(&template)
      if descriptor < 0 { throw OutputError("no file can be written beside it", code: errno) }
      let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      paths.insert(path)
      return (descriptor, path)
    }
  }

  func put(_ path: String, inPlaceOf target: String) throws(OutputError) {
    try paths.withLock { paths throws(OutputError) in
      if rename(path, target) != 0 { throw OutputError("cannot be put into its place", code: errno) }
      paths.remove(path)
    }
  }

  func remove(_ path: String) {
    paths.withLock { paths in
      if paths.remove(path) != nil { unlink(path) }
    }
  }

  /// Removes them all.
  /// - Parameter end: ends the process; until it has, none is made or put into its place.
  public func removeAll(before end: () -> Void) {
    paths.withLock { paths in
      for path in paths { unlink(path) }
      paths = []
      end()
    }
  }
}
