/// Where a fact was read: the input's place in the sorted list of inputs, and the record in it.
///
/// Packed as input (20 bits), record (36 bits) and value on its line (8 bits), so that the smaller number is the earlier place:
/// of two copies of a fact the smaller evidence is kept. Larger numbers stop at the field's end.
public struct Evidence: Hashable, Comparable, Sendable {
  /// The last record that is told from others.
  public static let lastRecord = 1 << 36 - 1

  private let packed: UInt64

  /// - Parameters:
  ///   - input: 0-based place in the sorted list of inputs.
  ///   - record: the 1-based line, or element of the document's array; of an input that is read in parts, see `InputSummary.record(of:)`.
  ///   - value: the 1-based value on that line.
  public init(input: Int, record: Int, value: Int = 1) {
    packed = UInt64(min(input, 1 << 20 - 1)) << 44 | UInt64(min(record, Self.lastRecord)) << 8 | UInt64(min(value, 255))
  }

  public var input: Int { Int(packed >> 44) }
  public var record: Int { Int(packed >> 8) & Self.lastRecord }
  public var value: Int { Int(packed & 255) }

  public static func < (left: Self, right: Self) -> Bool { left.packed < right.packed }
}
