import CZlib
import Model

/// Inflates gzip (RFC 1952), member after member; zero bytes after a member are padding.
///
/// Damage never costs what lies before it: all bytes that were inflated are handed out, then the input ends and says why.
@safe
final class GzipSource: ByteSource {
  private let upstream: any ByteSource
  private var input: [UInt8]
  private var inputStart = 0
  private var inputEnd: Int
  /// On the heap, since zlib keeps a pointer to it.
  private let stream: UnsafeMutablePointer<z_stream>
  private var isInMember = false
  private var members = 0
  private var position = 0
  private(set) var damage: Problem?

  /// - Parameters:
  ///   - head: the bytes of the upstream that were already read.
  ///   - capacity: packed bytes to read at once.
  init(_ upstream: any ByteSource, head: [UInt8], capacity: Int = 256 << 10) {
    self.upstream = upstream
    inputEnd = head.count
    input = head + [UInt8](repeating: 0, count: max(1, capacity - head.count))
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    if unsafe convolint_inflate_init_gzip(stream) != Z_OK {
      damage = Problem(.unreadableInput, byteOffset: 0, message: "zlib could not be started: out of memory")
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  func read(into buffer: inout [UInt8], at offset: Int) -> Int {
    while damage == nil {
      if inputStart == inputEnd {
        inputStart = 0
        inputEnd = upstream.read(into: &input, at: 0)
        if inputEnd == 0 { return readEnd(into: &buffer, at: offset) }
      }
      if !isInMember {
        guard beginMember() else { continue }
      }
      let count = inflateSome(into: &buffer, at: offset)
      if count > 0 { return count }
    }
    return 0
  }

  /// Nothing more comes: what zlib still holds, for which the last buffer had no room, and then why the input ended.
  private func readEnd(into buffer: inout [UInt8], at offset: Int) -> Int {
    if isInMember {
      let count = inflateSome(into: &buffer, at: offset)
      if count > 0 || damage != nil { return count }
    }
    if var upstreamDamage = upstream.damage {
      upstreamDamage.byteOffset = position
      damage = upstreamDamage
    } else if isInMember || members == 0 {
      fail(
        .truncatedGzip, "the gzip file ends in the middle; what lies before was read, fetch the file again for the rest"
      )
    }
    return 0
  }

  /// False where only padding was found in the bytes at hand, or garbage ended the input.
  private func beginMember() -> Bool {
    if members > 0 {
      while inputStart < inputEnd, input[inputStart] == 0 { inputStart += 1 }
      if inputStart == inputEnd { return false }
      // zlib itself would take garbage for a broken header: the same kind of damage, with a worse explanation.
      guard input[inputStart] == 0x1F else {
        fail(.corruptGzip, "bytes that are no gzip follow the last member; what lies before was read")
        return false
      }
      unsafe inflateReset(stream)
    }
    isInMember = true
    return true
  }

  private func inflateSome(into buffer: inout [UInt8], at offset: Int) -> Int {
    let free = buffer.count - offset
    let status = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe buffer.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_in = source.baseAddress?.advanced(by: inputStart)
        unsafe stream.pointee.avail_in = UInt32(truncatingIfNeeded: inputEnd - inputStart)
        unsafe stream.pointee.next_out = target.baseAddress?.advanced(by: offset)
        unsafe stream.pointee.avail_out = UInt32(truncatingIfNeeded: free)
        return unsafe inflate(stream, Z_NO_FLUSH)
      }
    }
    inputStart = unsafe inputEnd - Int(stream.pointee.avail_in)
    let count = unsafe free - Int(stream.pointee.avail_out)
    position += count
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END:
      isInMember = false
      members += 1
    default:
      fail(.corruptGzip, "the gzip data is damaged (\(explanation)); what lies before was read, fetch the file again")
    }
    return count
  }

  private var explanation: String {
    guard let message = unsafe stream.pointee.msg else { return "zlib gives no reason" }
    return unsafe String(cString: message)
  }

  private func fail(_ kind: Problem.Kind, _ message: String) {
    damage = Problem(kind, byteOffset: position, message: message)
  }
}
