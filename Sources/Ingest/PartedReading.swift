public import Model

/// Reads one large plain file of lines by several workers at once, each many parts of it.
///
/// Records that identify themselves give the same facts in any part; what only a whole stream or document can tell
/// (requests and responses, elements of an array) does not, and where a part meets any of it the file is read again, whole.
extension InputReader {
  /// The same as reading the input whole, sooner.
  /// - Parameter workers: parts to read at once.
  public static func read(
    path: InputPath, input: Int, options: ReadingOptions, workers: Int
  ) async -> (facts: FactStore, summary: InputSummary) {
    guard let queue = PartQueue(path, workers: workers, smallest: options.smallestPart) else {
      return read(path: path, input: input, options: options, readsAhead: workers > 1)
    }
    var shares = [Share?](repeating: nil, count: queue.workers)
    await withTaskGroup(of: (Int, Share?).self) { group in
      for worker in shares.indices {
        group.addTask {
          let share = Share(of: path, queue, worker, input, options)
          if share == nil { queue.stop() }
          return (worker, share)
        }
      }
      for await (worker, share) in group { shares[worker] = share }
    }
    guard !shares.contains(where: { $0 == nil }), let summary = Self.summary(of: shares, length: queue.length) else {
      return read(path: path, input: input, options: options, length: queue.length)
    }
    return (joined(&shares), summary)
  }

  /// The account of the whole input; nil where its parts do not tell it.
  private static func summary(of shares: [Share?], length: Int) -> InputSummary? {
    let parts = shares.flatMap { $0?.parts ?? [] }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard var summary = parts.first?.summary else { return nil }
    var (end, lines) = (0, 0)
    for part in parts {
      // A file that was written over meanwhile may have been cut at other places by each worker.
      guard part.range.lowerBound == end else { return nil }
      if end > 0 { summary.append(part.summary, at: end, after: lines) }
      end = part.range.upperBound
      lines += part.lines
    }
    // Which shapes are counted by themselves, only the whole input can tell.
    return end == length && summary.unrecognized.count <= InputSummary.countedShapes ? summary : nil
  }

  private static func joined(_ shares: inout [Share?]) -> FactStore {
    // The smaller into the larger.
    shares.sort { $0?.facts.conversations.count ?? 0 > $1?.facts.conversations.count ?? 0 }
    var facts = FactStore()
    for index in shares.indices {
      // Taken out, so that nothing is copied that is about to change.
      guard var share = shares[index].take() else { continue }
      var others = FactStore()
      swap(&others, &share.facts)
      if index == 0 { facts = others } else { facts.join(consume others) }
    }
    return facts
  }
}

/// What one worker read of a file: the facts of all its parts, and the account of each.
private struct Share: Sendable {
  struct Part {
    let range: Range<Int>
    /// Line feeds in it.
    let lines: Int
    var summary: InputSummary
  }

  var facts: FactStore
  private(set) var parts: [Part] = []

  /// Nil where the file must be read as a whole.
  init?(of path: InputPath, _ queue: PartQueue, _ worker: Int, _ input: Int, _ options: ReadingOptions) {
    guard let source = try? FileSource(path: path) else { return nil }
    var cutter = LineCutter(source)
    var stream = Stream(path: path.description, input: input, options: options)
    let buffer = RecordBuffer(source, capacityLimit: options.recordLimit + (64 << 10))
    var reader = RecordReader<Stream>(buffer, limit: options.recordLimit, streamedArrays: Formats.streamedArrays)
    while let range = queue.next(for: worker, &cutter) {
      source.move(to: range)
      reader.begin(at: range.lowerBound)
      stream.begin(partAt: range.lowerBound)
      reader.run(&stream)
      let isWhole = reader.buffer.position == range.upperBound && source.damage == nil
      let isLast = range.upperBound == queue.length
      guard isWhole, !stream.needsWhole, reader.wastedLittle, !reader.endedInArray,
        isLast || !reader.endedInside
      else { return nil }
      stream.summary.bytes = range.count
      parts.append(Part(range: range, lines: reader.line - 1, summary: stream.summary))
    }
    stream.finish()
    if let last = parts.indices.last { parts[last].summary = stream.summary }
    facts = stream.facts
  }
}
