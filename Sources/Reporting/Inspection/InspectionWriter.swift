public import Model

/// Turns what inputs hold into the bytes of one format: `begin` once, `write` for each input, `end` once.
public protocol InspectionWriter: Sendable {
  mutating func begin(into output: inout [UInt8])
  mutating func write(_ input: InputInventory, into output: inout [UInt8])
  mutating func end(into output: inout [UInt8])
}
