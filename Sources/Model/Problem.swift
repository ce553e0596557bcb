/// Something in an input that could not be read.
public struct Problem: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case malformedJSON = "malformed-json"
    case unrecognizedRecord = "unrecognized-record"
    case invalidUTF8 = "invalid-utf8"
    case recordTooLarge = "record-too-large"
    case nestedTooDeep = "nested-too-deep"
    case truncatedGzip = "truncated-gzip"
    case corruptGzip = "corrupt-gzip"
    case unsupportedCompression = "unsupported-compression"
    case unsupportedEncoding = "unsupported-encoding"
    case unreadableInput = "unreadable-input"
    case missingField = "missing-field"

    /// Whether it leaves the run incomplete (exit 2); the others cost one record each.
    public var endsInput: Bool {
      switch self {
      case .truncatedGzip, .corruptGzip, .unsupportedCompression, .unsupportedEncoding, .unreadableInput: true
      case .malformedJSON, .unrecognizedRecord, .invalidUTF8, .recordTooLarge, .nestedTooDeep, .missingField: false
      }
    }
  }

  public var kind: Kind
  /// The line, or the element of the document's array; nil where no record was reached.
  public var record: Int?
  /// Into the uncompressed bytes.
  public var byteOffset: Int?
  /// One sentence: what is wrong, and what to do where something can be done.
  public var message: String

  public init(_ kind: Kind, record: Int? = nil, byteOffset: Int? = nil, message: String) {
    self.kind = kind
    self.record = record
    self.byteOffset = byteOffset
    self.message = message
  }
}

/// What was read of one input.
public struct InputSummary: Sendable {
  public let path: String
  /// Values read of each layout; a record that lies in another is counted in both.
  public var recordsByLayout: [String: Int] = [:]
  /// Zones in which times without one were read: a layout's own, or, where the user named none, the usual.
  public var assumedZones: Set<String> = []
  /// Times without a year were read as the log itself suggests.
  public var assumesYear = false
  /// Uncompressed.
  public var bytes = 0
  public var records = 0
  /// Records that are known and hold nothing to judge, by kind.
  public var ignored: [String: Int] = [:]
  /// The first `listedPerKind` of each kind, in order of reading.
  public private(set) var problems: [Problem] = []
  public private(set) var problemCounts: [Problem.Kind: Int] = [:]

  private var parts = PartLines()

  /// Records of no known layout by their shape; beyond `countedShapes` shapes, all together as `otherShapes`.
  public private(set) var unrecognized: [String: Int] = [:]

  /// Others are counted together, so that no input decides how much is kept of it.
  public static let countedShapes = 50
  public static let otherShapes = "other shapes"

  /// More of one kind are counted, not listed.
  public static let listedPerKind = 20

  public init(path: String) { self.path = path }

  public var layouts: Set<String> { Set(recordsByLayout.keys) }

  /// That of times without one, where neither the user nor the layout names any.
  public static let usualZone = "UTC"

  public var assumesZone: Bool { !assumedZones.isEmpty }

  public mutating func add(_ problem: Problem) {
    let count = problemCounts[problem.kind, default: 0] + 1
    problemCounts[problem.kind] = count
    if count <= Self.listedPerKind { problems.append(problem) }
  }

  /// Adds a problem of kind `unrecognized-record`.
  /// - Parameter shape: what the record looks like.
  public mutating func addUnrecognized(
    _ shape: String, because reason: String? = nil, record: Int, byteOffset: Int
  ) {
    let isCounted = unrecognized.count < Self.countedShapes || unrecognized[shape] != nil
    unrecognized[isCounted ? shape : Self.otherShapes, default: 0] += 1
    let message = "valid JSON of no known layout: \(shape)\(reason.map { " (\($0))" } ?? "")"
    add(Problem(.unrecognizedRecord, record: record, byteOffset: byteOffset, message: message))
  }

  /// Adds what was read of a later part of the same input.
  /// - Parameters:
  ///   - offset: where the part begins: the records of its facts are counted from there.
  ///   - lines: those before the part.
  public mutating func append(_ part: InputSummary, at offset: Int, after lines: Int) {
    parts.append(offset: offset, after: lines)
    recordsByLayout.merge(part.recordsByLayout, uniquingKeysWith: +)
    assumedZones.formUnion(part.assumedZones)
    assumesYear = assumesYear || part.assumesYear
    records += part.records
    bytes += part.bytes
    ignored.merge(part.ignored, uniquingKeysWith: +)
    for var problem in part.problems where problems.count(where: { $0.kind == problem.kind }) < Self.listedPerKind {
      problem.record = problem.record.map { $0 + lines }
      problems.append(problem)
    }
    unrecognized.merge(part.unrecognized, uniquingKeysWith: +)
    problemCounts.merge(part.problemCounts, uniquingKeysWith: +)
  }

  /// The line, or element of the document's array, at which evidence of this input lies.
  public func record(of evidence: Evidence) -> Int { parts.line(evidence.record) }

  public var isComplete: Bool { !problemCounts.keys.contains { $0.endsInput } }
}
