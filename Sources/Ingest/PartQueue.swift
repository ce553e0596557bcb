import Model
import Synchronization

/// The parts of a file that are left to read.
///
///     worker 0: parts 0..<25    worker 1: parts 25..<50    …
///
/// Each worker has a run of its own, which it reads from the first to the last: what lies together is mostly about the same
/// conversations. One that is done takes the last part of the worker that has the most left, so that all end at about one time.
final class PartQueue: Sendable {
  /// Bytes of the file.
  let length: Int
  let workers: Int
  /// Of all workers.
  private let count: Int
  private let runs: Mutex<[Range<Int>]>

  /// Nil where the path is no file of lines that is large enough.
  /// - Parameter smallest: bytes below which a part is not worth its cut.
  init?(_ path: InputPath, workers: Int, smallest: Int) {
    guard workers > 1, path != .standardInput else { return nil }
    length = FileSource.length(of: path)
    count = length / smallest
    // Records of parts are counted from their bytes.
    guard count > 1, length <= Evidence.lastRecord, let source = try? FileSource(path: path) else { return nil }
    var cutter = LineCutter(source)
    guard cutter.beginsWithObject() else { return nil }
    let (parts, shares) = (count, min(workers, count))
    self.workers = shares
    runs = Mutex((0..<shares).map { parts * $0 / shares..<parts * ($0 + 1) / shares })
  }

  /// The bytes of the next part that a worker is to read; nil where nothing is left.
  func next(for worker: Int, _ cutter: inout LineCutter) -> Range<Int>? {
    while let part = take(for: worker) {
      // One that has no cut before it is read with the part before.
      guard let start = border(before: part, &cutter) else { continue }
      var next = part + 1
      var end = border(before: next, &cutter)
      while end == nil {
        next += 1
        end = border(before: next, &cutter)
      }
      if let end, start < end { return start..<end }
    }
    return nil
  }

  /// Nil where the file cannot be cut there.
  private func border(before part: Int, _ cutter: inout LineCutter) -> Int? {
    if part == 0 { return 0 }
    return part == count ? length : cutter.cut(behind: length / count * part)
  }

  private func take(for worker: Int) -> Int? {
    runs.withLock { runs in
      if let own = runs[worker].popFirst() { return own }
      return runs.indices.max { runs[$0].count < runs[$1].count }.flatMap { runs[$0].popLast() }
    }
  }

  /// Leaves nothing to read.
  func stop() {
    runs.withLock { runs in
      for worker in runs.indices { runs[worker] = 0..<0 }
    }
  }
}
