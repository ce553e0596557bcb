import Model

@testable import Ingest

/// Hands out bytes a few at a time.
final class PieceSource: ByteSource {
  private let bytes: [UInt8]
  private let pieceLength: Int
  private var position = 0
  private(set) var damage: Problem?

  init(_ bytes: [UInt8], pieceLength: Int = .max) {
    self.bytes = bytes
    self.pieceLength = pieceLength
  }

  func read(into buffer: inout [UInt8], at offset: Int) -> Int {
    let count = min(pieceLength, buffer.count - offset, bytes.count - position)
    for index in 0..<count { buffer[offset + index] = bytes[position + index] }
    position += count
    return count
  }
}

/// Hands out a piece of text again and again, without having it all at once.
final class RepeatingSource: ByteSource {
  private let head, unit, tail: [UInt8]
  private let length: Int
  private var position = 0
  private(set) var damage: Problem?

  init(_ head: String = "", _ unit: String, times: Int, _ tail: String = "") {
    self.head = Array(head.utf8)
    self.unit = Array(unit.utf8)
    self.tail = Array(tail.utf8)
    length = self.head.count + self.unit.count * times + self.tail.count
  }

  func read(into buffer: inout [UInt8], at offset: Int) -> Int {
    let count = min(buffer.count - offset, length - position)
    for index in offset..<offset + count {
      buffer[index] = byte(position)
      position += 1
    }
    return count
  }

  private func byte(_ position: Int) -> UInt8 {
    if position < head.count { return head[position] }
    if position >= length - tail.count { return tail[position - (length - tail.count)] }
    return unit[(position - head.count) % unit.count]
  }
}
