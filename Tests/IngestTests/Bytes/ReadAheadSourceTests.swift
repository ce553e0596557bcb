import Model
import Synchronization
import TestSupport
import Testing

@testable import Ingest

/// What is read ahead is what would have been read, to the last byte and the last word about damage.
@Suite struct ReadAheadSourceTests {
  /// - Parameter capacity: bytes that are asked for at once.
  private static func all(of source: any ByteSource, capacity: Int) -> (bytes: [UInt8], damage: String?) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: capacity)
    while true {
      let count = source.read(into: &buffer, at: 0)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return (bytes, source.damage.map { "\($0)" })
  }

  private static let text = (0..<40_000).map { "{\"record\":\($0)}" }.joined(separator: "\n")

  @Test(arguments: [1 << 20, 4099, 64])
  func sameBytes(capacity: Int) throws {
    let packed = GzipMember(Array(Self.text.utf8.prefix(60_000)), .fixed).bytes
    for cut in [packed.count, packed.count - 3, packed.count / 2, 11] {
      let bytes = Array(packed[..<cut])
      let direct = GzipSource(BytesSource(bytes), head: [])
      let ahead = ReadAheadSource { GzipSource(BytesSource(bytes), head: []) }
      #expect(Self.all(of: ahead, capacity: capacity) == Self.all(of: direct, capacity: capacity))
    }
  }

  /// More than all pieces hold together, so that they are used again.
  @Test func longerThanItsPieces() {
    let bytes = [UInt8](repeating: 7, count: 9 << 20)
    let ahead = ReadAheadSource { BytesSource(bytes) }
    #expect(Self.all(of: ahead, capacity: 3 << 20).bytes == bytes)
    var buffer = [UInt8](repeating: 0, count: 10)
    #expect(ahead.read(into: &buffer, at: 0) == 0)
  }

  @Test func whatCannotBeOpened() {
    let ahead = ReadAheadSource { () throws(ReadingError) in
      throw ReadingError(Problem(.unreadableInput, message: "no"))
    }
    let (bytes, damage) = Self.all(of: ahead, capacity: 10)
    #expect(bytes.isEmpty && damage?.contains("no") == true)
  }

  /// Whoever stops reading ends the thread: the source it reads is let go.
  @Test(.timeLimit(.minutes(1))) func stoppedEarly() async throws {
    let ends = Ends()
    for _ in 0..<50 {
      let ahead = ReadAheadSource { EndlessSource(ends) }
      var buffer = [UInt8](repeating: 0, count: 10)
      #expect(ahead.read(into: &buffer, at: 0) == 10)
    }
    while ends.count.withLock({ $0 }) < 50 { try await Task.sleep(for: .milliseconds(5)) }
  }
}

/// Bytes from memory.
private final class BytesSource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0
  let damage: Problem? = nil

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: inout [UInt8], at offset: Int) -> Int {
    let count = min(bytes.count - position, buffer.count - offset)
    buffer.replaceSubrange(offset..<offset + count, with: bytes[position..<position + count])
    position += count
    return count
  }
}

private final class Ends: Sendable {
  let count = Mutex(0)
}

/// Never ends, and counts when it is let go.
private final class EndlessSource: ByteSource {
  private let ends: Ends
  let damage: Problem? = nil

  init(_ ends: Ends) { self.ends = ends }
  deinit { ends.count.withLock { $0 += 1 } }

  func read(into buffer: inout [UInt8], at offset: Int) -> Int { buffer.count - offset }
}
