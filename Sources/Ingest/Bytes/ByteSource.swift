import Model

/// Where an input's bytes come from.
protocol ByteSource: AnyObject {
  /// Fills the buffer from an offset to its end as far as bytes are at hand; 0 only at the end of the input.
  func read(into buffer: inout [UInt8], at offset: Int) -> Int

  /// Why the input ended too early, once it has.
  var damage: Problem? { get }
}
