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
    for (mark, name) in encodings where head.starts(with: mark) {
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
  ]

  /// Byte-order marks, the longer first; then a brace or bracket as UTF-16 writes it without one.
  private static let encodings: [(mark: [UInt8], name: String)] = [
    ([0xFF, 0xFE, 0x00, 0x00], "UTF-32LE"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32BE"),
    ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
    ([0x7B, 0x00, 0x00, 0x00], "UTF-32LE"), ([0x5B, 0x00, 0x00, 0x00], "UTF-32LE"),
    ([0x7B, 0x00], "UTF-16LE"), ([0x5B, 0x00], "UTF-16LE"),
    ([0x00, 0x7B, 0x00], "UTF-16BE"), ([0x00, 0x5B, 0x00], "UTF-16BE"),
  ]
}
