import Model

/// What the first bytes of an input say about how it is packed.
enum Encoding: Equatable {
  case text
  case gzip
  case unsupported(Problem)

  /// By magic bytes, never by the file's name.
  static func detect(_ head: [UInt8]) -> Encoding {
    if head.starts(with: [0x1F, 0x8B]) { return .gzip }
    for (magic, name, tool) in compressions where head.starts(with: magic) {
      return .unsupported(
        Problem(
          .unsupportedCompression, byteOffset: 0,
          message: "\(name) is not read; unpack it first and pipe it in: \(tool) <file> | convolint -"))
    }
    if let name = byteOrderMarks.first(where: { head.starts(with: $0.mark) })?.name ?? wideEncoding(head) {
      return .unsupported(
        Problem(
          .unsupportedEncoding, byteOffset: 0,
          message: "\(name) is not read; convert it first: iconv -f \(name) -t UTF-8 <file> | convolint -"))
    }
    return .text
  }

  private static let compressions: [(magic: [UInt8], name: String, tool: String)] = [
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd", "zstd -dc"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz", "xz -dc"),
    ([0x42, 0x5A, 0x68], "bzip2", "bzip2 -dc"),
    ([0x50, 0x4B, 0x03, 0x04], "zip", "unzip -p"),
    ([0x04, 0x22, 0x4D, 0x18], "lz4", "lz4 -dc"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z", "7z x -so"),
    ([0x1F, 0x9D], "compress", "uncompress -c"),
  ]

  /// The longer first.
  private static let byteOrderMarks: [(mark: [UInt8], name: String)] = [
    ([0xFF, 0xFE, 0x00, 0x00], "UTF-32LE"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32BE"),
    ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
  ]

  /// Without a mark, by where the zero bytes of the first characters stand: logs begin with ASCII. Zero bytes before a text are padding.
  private static func wideEncoding(_ head: [UInt8]) -> String? {
    guard head.count >= 4 else { return nil }
    switch (head[0] > 0, head[1] > 0, head[2] > 0, head[3] > 0) {
    case (true, false, false, false): return "UTF-32LE"
    case (true, false, _, _): return "UTF-16LE"
    case (false, true, false, true): return "UTF-16BE"
    case (false, false, false, true): return head.dropFirst(4).prefix(3).contains { $0 > 0 } ? nil : "UTF-32BE"
    default: return nil
    }
  }
}
