/// A hash that is the same in every run, as reports must be: FNV-1a with 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv). It has no key, so
/// nothing that input decides may rest on it.
public struct StableHash: Sendable {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  public mutating func add(_ bytes: some Sequence<UInt8>) {
    value = bytes.reduce(value) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Sixteen digits of base 16.
  public var digits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
