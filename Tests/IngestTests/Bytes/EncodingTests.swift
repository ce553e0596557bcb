import Model
import Testing

@testable import Ingest

/// What the first bytes say.
struct EncodingTests {
  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
    }
  }

  private static func utf32(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * UInt32($0))) }
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  @Test(
    "Text",
    arguments: [
      "", "{", "[", "{}", "{\"a\":1}\n", "\u{FEFF}{}", "PK", "BZ", "B", "\0\0{\"a\":1}", "\0{\"a\":1}",
      "\0\0\0{\"a\":1}", "é", "(\u{B5}",
    ])
  func text(_ text: String) {
    #expect(Encoding.detect(Array(text.utf8)) == .text)
  }

  @Test("Gzip by its first two bytes")
  func gzip() {
    #expect(Encoding.detect([0x1F, 0x8B]) == .gzip)
    #expect(Encoding.detect(GzipBytes.member("x")) == .gzip)
    #expect(Encoding.detect([0x1F]) == .text)
  }

  @Test(
    "Compressions that are not read are named, with the tool that unpacks them",
    arguments: [
      ([0x28, 0xB5, 0x2F, 0xFD, 0x04], "zstd", "zstd -dc"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x00], "xz", "xz -dc"),
      ([0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59], "bzip2", "bzip2 -dc"),
      ([0x50, 0x4B, 0x03, 0x04, 0x14], "zip", "unzip -p"),
      ([0x04, 0x22, 0x4D, 0x18, 0x64], "lz4", "lz4 -dc"), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z", "7z x -so"),
      ([0x1F, 0x9D, 0x90], "compress", "uncompress -c"),
    ] as [([UInt8], String, String)])
  func compressions(_ head: [UInt8], _ name: String, _ tool: String) {
    guard case .unsupported(let problem) = Encoding.detect(head) else {
      Issue.record("\(name) was not found")
      return
    }
    #expect(problem.kind == .unsupportedCompression)
    #expect(problem.byteOffset == 0)
    #expect(problem.message.contains(name))
    #expect(problem.message.contains(tool))
  }

  @Test(
    "Encodings that are not read are named, with and without a byte-order mark",
    arguments: [
      "{\"a\":1}", "[{\"a\":1}]", "\n{\"a\":1}", " {}", "\"text\"", "12", "2026-11-22 INFO start", "[]",
    ])
  func encodings(_ text: String) {
    for mark in ["\u{FEFF}", ""] {
      let encoded = [
        ("UTF-16LE", Self.utf16(mark + text, bigEndian: false)), ("UTF-16BE", Self.utf16(mark + text, bigEndian: true)),
        ("UTF-32LE", Self.utf32(mark + text, bigEndian: false)), ("UTF-32BE", Self.utf32(mark + text, bigEndian: true)),
      ]
      for (name, head) in encoded {
        guard case .unsupported(let problem) = Encoding.detect(head) else {
          Issue.record("\(name) was not found, mark: \(!mark.isEmpty)")
          continue
        }
        #expect(problem.kind == .unsupportedEncoding)
        #expect(problem.message.contains("iconv -f \(name) -t UTF-8"))
      }
    }
  }
}
