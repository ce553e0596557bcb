import Dispatch
import Model
import Synchronization

/// Reads another source ahead on a thread of its own, so that unpacking one piece and decoding the one before it overlap.
///
///     thread: [ piece ] [ piece ] [ piece ] -> read(into:)        at most `depth` pieces wait
final class ReadAheadSource: ByteSource {
  /// Larger pieces wake the two threads less often.
  private static let pieceLength = 1 << 20
  private static let depth = 3

  private let channel = Channel(room: depth)
  private var piece = Piece()
  private var at = 0
  private(set) var damage: Problem?

  /// - Parameter open: makes the source, on the thread that will read it.
  init(_ open: @escaping @Sendable () throws(ReadingError) -> any ByteSource) {
    let channel = channel
    DispatchQueue(label: "read-ahead").async { channel.fill(from: open, pieceLength: Self.pieceLength) }
  }

  deinit { channel.cancel() }

  func read(into buffer: inout [UInt8], at offset: Int) -> Int {
    while at == piece.count {
      if piece.isLast {
        damage = piece.damage
        return 0
      }
      piece = channel.take(returning: piece)
      at = 0
    }
    let count = min(buffer.count - offset, piece.count - at)
    let from = at
    unsafe buffer.withUnsafeMutableBytes { target in
      unsafe piece.bytes.withUnsafeBytes { source in
        let part = unsafe UnsafeRawBufferPointer(rebasing: source[from..<from + count])
        unsafe UnsafeMutableRawBufferPointer(rebasing: target[offset...]).copyMemory(from: part)
      }
    }
    at += count
    return count
  }

  /// Bytes of the source, and whether they are its last.
  private struct Piece: Sendable {
    var bytes: [UInt8] = []
    var count = 0
    var isLast = false
    var damage: Problem?
  }

  /// What the two threads share: pieces that wait, and empty ones that may be filled again.
  private final class Channel: Sendable {
    private struct State {
      var waiting: [Piece] = []
      var empty: [[UInt8]] = []
      var isCancelled = false
    }

    private let state = Mutex(State())
    private let ready = DispatchSemaphore(value: 0)
    private let room: DispatchSemaphore

    init(room count: Int) {
      // Made empty, since a semaphore must not end with less than it began with.
      room = DispatchSemaphore(value: 0)
      for _ in 0..<count { room.signal() }
    }

    func fill(from open: () throws(ReadingError) -> any ByteSource, pieceLength: Int) {
      let source: any ByteSource
      do throws(ReadingError) {
        source = try open()
      } catch {
        return put(Piece(isLast: true, damage: error.problem))
      }
      while true {
        room.wait()
        let (bytes, isCancelled) = state.withLock { ($0.empty.popLast(), $0.isCancelled) }
        if isCancelled { return }
        var piece = Piece(bytes: bytes ?? [UInt8](repeating: 0, count: pieceLength))
        while piece.count < piece.bytes.count, !piece.isLast {
          let count = source.read(into: &piece.bytes, at: piece.count)
          piece.count += count
          piece.isLast = count == 0
        }
        if piece.isLast { piece.damage = source.damage }
        let isLast = piece.isLast
        put(piece)
        if isLast { return }
      }
    }

    private func put(_ piece: Piece) {
      state.withLock { $0.waiting.append(piece) }
      ready.signal()
    }

    /// The next piece, in exchange for one that was read.
    func take(returning old: Piece) -> Piece {
      ready.wait()
      let next = state.withLock { state in
        if !old.bytes.isEmpty { state.empty.append(old.bytes) }
        return state.waiting.isEmpty ? Piece(isLast: true) : state.waiting.removeFirst()
      }
      room.signal()
      return next
    }

    func cancel() {
      state.withLock { $0.isCancelled = true }
      room.signal()
    }
  }
}
