public import Model

/// Turns findings into the bytes of one format: `begin` once, `write` for each finding, `end` once.
///
/// A writer neither sorts nor filters nor prints: it gets the findings in report order and appends to the bytes it is
/// given. `begin` and `end` are told of the same run.
public protocol ReportWriter: Sendable {
  /// What users call the format, as in `--format csv`.
  static var name: String { get }
  /// Extensions, without their dot and in lower case, that choose this format for `--output`.
  static var fileExtensions: [String] { get }

  init(_ options: ReportOptions)

  mutating func begin(_ run: RunReport, into output: inout [UInt8])
  mutating func write(_ finding: Finding, into output: inout [UInt8])
  mutating func end(_ run: RunReport, into output: inout [UInt8])
}

extension ReportWriter {
  /// As users get it who chose nothing.
  public init() { self.init(ReportOptions()) }
}
