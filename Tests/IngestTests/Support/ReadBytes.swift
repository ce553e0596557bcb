import Model

@testable import Ingest

/// All bytes of a source, read into buffers of some size, and its damage.
struct ReadBytes {
  var bytes: [UInt8] = []
  let damage: Problem?

  init(_ source: any ByteSource, bufferLength: Int = 1000) {
    var buffer = [UInt8](repeating: 0, count: bufferLength)
    while true {
      let count = source.read(into: &buffer, at: 0)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    damage = source.damage
  }

  /// Inflates, the first bytes handed over as they were read to find out what the input is.
  init(
    gzip: [UInt8], headLength: Int = 64, pieceLength: Int = .max, capacity: Int = 256 << 10, bufferLength: Int = 1000
  ) {
    let head = Array(gzip.prefix(headLength))
    let rest = PieceSource(Array(gzip.dropFirst(headLength)), pieceLength: pieceLength)
    self.init(GzipSource(rest, head: head, capacity: capacity), bufferLength: bufferLength)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
