public import Model

/// Reads one input from its first byte to its last.
public enum InputReader {
  /// - Parameters:
  ///   - path: a file, or `-` for standard input.
  ///   - input: its place in the sorted list of inputs.
  ///   - length: how long the file was before, if somebody looked.
  ///   - readsAhead: a packed file is unpacked on a thread of its own.
  /// - Returns: the facts, and the account of what was read and what could not be. Nothing is thrown: an input that cannot be
  ///   read is a problem of its own and costs nothing else.
  public static func read(
    path: InputPath, input: Int, options: ReadingOptions, length: Int = 0, readsAhead: Bool = false
  ) -> (facts: FactStore, summary: InputSummary) {
    var stream = Stream(path: path.description, input: input, options: options)
    do throws(ReadingError) {
      // What is no file gives its head only once.
      if readsAhead, path != .standardInput, FileSource.length(of: path) > 0,
        case .gzip = Encoding.detect(head(of: try FileSource(path: path)))
      {
        let unpacked = ReadAheadSource { () throws(ReadingError) in
          let file = try FileSource(path: path, length: length)
          return GzipSource(file, head: Self.head(of: file))
        }
        try read(unpacked: unpacked, into: &stream)
      } else {
        try read(FileSource(path: path, length: length), into: &stream)
      }
    } catch {
      stream.summary.add(error.problem)
    }
    stream.finish()
    return (stream.facts, stream.summary)
  }

  /// The same over any source of bytes.
  static func read(_ file: any ByteSource, into stream: inout Stream, capacity: Int = RecordBuffer.initialCapacity)
    throws(ReadingError)
  {
    let head = Self.head(of: file)
    if case .gzip = Encoding.detect(head) {
      return try read(unpacked: GzipSource(file, head: head), into: &stream, capacity: capacity)
    }
    try read(file, head: head, into: &stream, capacity: capacity)
  }

  private static func read(
    unpacked source: any ByteSource, into stream: inout Stream, capacity: Int = RecordBuffer.initialCapacity
  ) throws(ReadingError) {
    let head = Self.head(of: source)
    if case .gzip = Encoding.detect(head) { throw ReadingError(.packedTwice) }
    try read(source, head: head, into: &stream, capacity: capacity)
  }

  private static func read(
    _ source: any ByteSource, head: [UInt8], into stream: inout Stream, capacity: Int
  ) throws(ReadingError) {
    if case .unsupported(let problem) = Encoding.detect(head) { throw ReadingError(problem) }
    let limit = stream.options.recordLimit
    let buffer = RecordBuffer(
      source, head: head, capacity: max(capacity, head.count), capacityLimit: limit + (64 << 10))
    var reader = RecordReader<Stream>(buffer, limit: limit, streamedArrays: Formats.streamedArrays)
    reader.run(&stream)
    stream.summary.bytes = reader.buffer.position
    if let damage = source.damage {
      stream.summary.add(damage)
    } else if reader.endedInArray {
      stream.summary.add(.cut(at: reader.buffer.position))
    }
  }

  /// The first bytes, which tell how an input is packed.
  private static func head(of source: any ByteSource) -> [UInt8] {
    var head = [UInt8](repeating: 0, count: 64)
    var count = 0
    while count < head.count {
      let read = source.read(into: &head, at: count)
      if read == 0 { break }
      count += read
    }
    return Array(head[..<count])
  }
}

extension Problem {
  fileprivate static func cut(at end: Int) -> Problem {
    Problem(
      .unreadableInput, byteOffset: end,
      message: "the input ends inside of an array of records; what lies before was read, fetch it again for the rest")
  }

  fileprivate static let packedTwice = Problem(
    .unsupportedCompression, byteOffset: 0,
    message: "gzip inside gzip is not read; unpack it once and pipe it in: gzip -dc <file> | convolint -")
}
