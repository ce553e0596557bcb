import ArgumentParser
import Engine
import Model

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The options of every command that reads logs: which, and how.
struct InputOptions: ParsableArguments {
  @Argument(help: "Files, directories (with all that lies in them), or - for standard input.")
  var paths: [String] = []

  @Option(name: [.customLong("files-from")], help: "Read more paths from this file (- for standard input), one a line.")
  var filesFrom: String?

  @Flag(name: [.customShort("0"), .customLong("null")], help: "The paths of --files-from end with a NUL instead.")
  var nullSeparated = false

  @Option(help: "This participant (id or login) is a bot. Repeatable.")
  var bot: [String] = []

  @Option(
    name: .customLong("time-zone"), help: "The zone of times that have none, such as Europe/Berlin (default: UTC).")
  var timeZone: String?

  @Option(name: .customLong("max-record-bytes"), help: "Pass over records larger than this (default: 16777216).")
  var maxRecordBytes: Int?

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: "Parallel workers (default: as many as there are processors).")
  var jobs: Int?

  /// - Throws: where they cannot be meant.
  func apply(to configuration: inout Configuration) throws {
    configuration.paths = try PathList(paths, filesFrom: filesFrom, nullSeparated: nullSeparated).paths
    if let filesFrom { configuration.instructions.append(InputPath(filesFrom)) }
    configuration.bots.formUnion(bot)
    if let timeZone {
      guard let zone = NamedZone(timeZone) else {
        throw ValidationError("There is no time zone '\(timeZone)'; a name such as Europe/Berlin is wanted.")
      }
      configuration.timeZone = zone
    }
    if let limit = try Self.number(maxRecordBytes, "--max-record-bytes", RecordLimits.allowed) {
      configuration.recordLimit = limit
    }
    let processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    configuration.jobs = try Self.number(jobs, "--jobs", 1...256) ?? processors
  }

  static func number(_ value: Int?, _ option: String, _ range: ClosedRange<Int>) throws -> Int? {
    guard let value else { return nil }
    guard range.contains(value) else {
      throw ValidationError("\(option) \(value): a number from \(range.lowerBound) to \(range.upperBound) is wanted.")
    }
    return value
  }
}
