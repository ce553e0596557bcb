/// How inputs are read.
public struct ReadingOptions: Sendable {
  /// Larger records are passed over without being held.
  public var recordLimit = 16 << 20
  /// Texts of nothing else are redacted, not empty.
  public var maskCharacters: Set<Unicode.Scalar> = ["*"]
  /// Characters of each message to keep for the reports; 0 keeps no text at all.
  public var excerptLength = 0

  /// A file is read in parts of at least this many bytes.
  var smallestPart = 16 << 20

  /// The smallest and the largest record limit in bytes.
  public static let recordLimits = 1024...(JSONScanner.lengthLimit - 1)

  public init() {}
}
