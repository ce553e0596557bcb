import CZlib

/// Gzip members (RFC 1952) for tests.
enum GzipBytes {
  /// One member, written by zlib; level 0 stores.
  static func member(_ text: [UInt8], level: Int32 = 6) -> [UInt8] {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { return [] }
    defer { deflateEnd(&stream) }
    var input = text
    var output = [UInt8](repeating: 0, count: text.count + text.count / 8 + 256)
    let written = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        deflate(&stream, Z_FINISH)
        return target.count - Int(stream.avail_out)
      }
    }
    return Array(output[..<written])
  }

  static func member(_ text: String, level: Int32 = 6) -> [UInt8] { member(Array(text.utf8), level: level) }
}
