public import Model

/// How inputs are read.
public struct ReadingOptions: Sendable {
  /// Larger records are passed over without being held.
  public var recordLimit = 16 << 20
  /// Texts of nothing else are redacted, not empty.
  public var maskCharacters: Set<Unicode.Scalar> = ["*"] {
    didSet { masksLetters = maskCharacters.contains { $0.properties.isAlphabetic } }
  }
  /// Then a text's first letter does not tell that it is one.
  private(set) var masksLetters = false
  /// Characters of each message to keep for the reports; 0 keeps no text at all.
  public var excerptLength = 0
  /// The zone of times that are written without one; nil where the user named none: then they are read in UTC, and the
  /// input's account says so.
  public var zone: ZoneRules?
  /// The rules of a zone that an input names itself, by its name in the time zone database; nil where there is no such zone.
  public var zoneNamed: @Sendable (String) -> ZoneRules? = { _ in nil }

  /// A file is read in parts of at least this many bytes.
  var smallestPart = 4 << 20

  /// The smallest and the largest record limit in bytes.
  public static let recordLimits = 1024...(JSONScanner.lengthLimit - 1)

  public init() {}
}
