public import Model

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads one large plain file of lines by several workers at once, each a part of it.
///
/// Records that identify themselves give the same facts in any part; what only a whole stream or document can tell
/// (requests and responses, elements of an array) does not, and where a part meets any of it the file is read again, whole.
extension InputReader {
  /// The same as reading the input whole, sooner.
  /// - Parameter workers: parts to read at once.
  public static func read(
    path: InputPath, input: Int, options: ReadingOptions, workers: Int
  ) async -> (facts: FactStore, summary: InputSummary) {
    let ranges = Parts(of: path, count: workers, lineLimit: 1 << 20, smallest: options.smallestPart).ranges
    guard ranges.count > 1 else { return read(path: path, input: input, options: options, readsAhead: workers > 1) }
    let length = ranges.last?.upperBound ?? 0
    var done = [Part?](repeating: nil, count: ranges.count)
    await withTaskGroup(of: (Int, Part?).self) { group in
      for (index, range) in ranges.enumerated() {
        group.addTask {
          let isLast = index == ranges.count - 1
          return (index, Part(path, range, isLast: isLast, input, options))
        }
      }
      for await (index, part) in group { done[index] = part }
    }
    if done.contains(where: { $0 == nil }) {
      return read(path: path, input: input, options: options, length: length)
    }
    return joined(&done)
  }

  private static func joined(_ parts: inout [Part?]) -> (facts: FactStore, summary: InputSummary) {
    var facts = FactStore()
    var summary: InputSummary?
    var lines = 0
    for index in parts.indices {
      // Taken out, so that nothing is copied that is about to change.
      guard var part = parts[index].take() else { continue }
      var others = FactStore()
      swap(&others, &part.facts)
      others.moveEvidence(by: lines)
      if summary == nil { facts = others } else { facts.join(consume others) }
      summary = summary.map { $0.appending(part.summary, after: lines) } ?? part.summary
      lines += part.lines
    }
    return (facts, summary ?? InputSummary(path: ""))
  }
}

/// What one part of a file gave; nil where it must be read as a whole.
private struct Part: Sendable {
  var facts: FactStore
  let summary: InputSummary
  /// Line feeds in it.
  let lines: Int

  init?(_ path: InputPath, _ range: Range<Int>, isLast: Bool, _ input: Int, _ options: ReadingOptions) {
    guard let source = try? FileSource(path: path, range: range) else { return nil }
    var stream = Stream(path: path.description, input: input, options: options)
    stream.isPart = true
    let buffer = RecordBuffer(
      source, position: range.lowerBound, capacityLimit: options.recordLimit + (64 << 10))
    var reader = RecordReader<Stream>(buffer, limit: options.recordLimit, streamedArrays: Formats.streamedArrays)
    reader.run(&stream)
    let isWhole = reader.buffer.position == range.upperBound && source.damage == nil
    guard isWhole, !stream.needsWhole, isLast || !reader.endedInside else { return nil }
    stream.finish()
    stream.summary.bytes = range.count
    facts = stream.facts
    summary = stream.summary
    lines = reader.line - 1
  }
}

/// Where a file can be cut: before a line that is a whole JSON object, behind another.
struct Parts {
  private(set) var ranges: [Range<Int>] = []

  /// - Parameters:
  ///   - lineLimit: how far to look for the lines around a cut, in bytes.
  ///   - smallest: bytes below which a part is not worth its thread.
  init(of path: InputPath, count: Int, lineLimit: Int, smallest: Int) {
    guard path != .standardInput, count > 1 else { return }
    let descriptor = unsafe open(path.terminated, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    let size = Int(status.st_size)
    let parts = min(count, size / smallest)
    guard parts > 1 else { return }
    var window = [UInt8](repeating: 0, count: lineLimit)
    // The first line tells if this is a file of lines at all.
    guard let head = Self.read(descriptor, at: 0, into: &window), Self.isObjectLine(head, from: 0) != nil else {
      return
    }
    var cuts = [0]
    for part in 1..<parts {
      let middle = size / parts * part
      guard let lines = Self.read(descriptor, at: middle, into: &window), let cut = Self.cut(lines) else { return }
      cuts.append(middle + cut)
    }
    cuts.append(size)
    ranges = zip(cuts, cuts.dropFirst()).map { $0..<$1 }
  }

  private static func read(_ descriptor: Int32, at offset: Int, into window: inout [UInt8]) -> [UInt8]? {
    let count = unsafe window.withUnsafeMutableBytes {
      unsafe pread(descriptor, $0.baseAddress, $0.count, off_t(offset))
    }
    return count > 0 ? Array(window[..<count]) : nil
  }

  /// The beginning of the second of two whole lines.
  private static func cut(_ bytes: [UInt8]) -> Int? {
    guard let first = bytes.firstIndex(of: 0x0A).map({ $0 + 1 }), let second = isObjectLine(bytes, from: first),
      isObjectLine(bytes, from: second) != nil
    else { return nil }
    return second
  }

  /// The offset behind a line that is one JSON object and nothing else.
  private static func isObjectLine(_ bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{"),
      let end = bytes[start...].firstIndex(of: 0x0A)
    else { return nil }
    var scanner = JSONScanner()
    guard
      case .value(let valueEnd) = unsafe scanner.scan(bytes.span.bytes.extracting(start..<end), from: 0, isFinal: true)
    else { return nil }
    return bytes[(start + valueEnd)..<end].allSatisfy { $0 == 0x0D || $0 == 0x20 } ? end + 1 : nil
  }
}
