import Foundation
import Model
import Testing

@testable import Ingest

/// Inputs as they lie on disk: how they are packed is told by their bytes, and what cannot be read is named.
struct InputReaderTests {
  private static let line = #"{"nothing":"known"}"# + "\n"
  private static let lines = String(repeating: line, count: 30)

  private func read(_ bytes: [UInt8], name: String = "log.json") throws -> InputSummary {
    let folder = FileManager.default.temporaryDirectory.appending(path: "input-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return InputReader.read(path: InputPath(file.path), input: 0, options: ReadingOptions()).summary
  }

  private func read(_ bytes: [UInt8], pieceLength: Int) -> InputSummary {
    var stream = Stream(path: "pieces", input: 0, options: ReadingOptions())
    do throws(ReadingError) {
      try InputReader.read(PieceSource(bytes, pieceLength: pieceLength), into: &stream, capacity: 128)
    } catch {
      stream.summary.add(error.problem)
    }
    return stream.summary
  }

  /// The problems that end an input; the records of these tests are of no known layout.
  private func damage(_ summary: InputSummary) -> [Problem.Kind] { summary.problems.map(\.kind).filter(\.endsInput) }

  @Test("By content, never by name", arguments: ["log.json", "log.json.gz", "log.zst", "log"])
  func names(_ name: String) throws {
    for bytes in [Array(Self.lines.utf8), GzipBytes.member(Self.lines)] {
      let summary = try read(bytes, name: name)
      #expect(summary.records == 30)
      #expect(summary.bytes == Self.lines.utf8.count)
      #expect(summary.isComplete)
    }
  }

  @Test("A pipe with a name gives its bytes once, whoever looks first", .timeLimit(.minutes(1)))
  func namedPipe() async throws {
    for bytes in [Array(Self.lines.utf8), GzipBytes.member(Self.lines)] {
      let path = FileManager.default.temporaryDirectory.appending(path: "pipe-\(UUID().uuidString)").path
      #expect(mkfifo(path, 0o600) == 0)
      defer { try? FileManager.default.removeItem(atPath: path) }
      Thread.detachNewThread { try? FileHandle(forWritingAtPath: path)?.write(contentsOf: Data(bytes)) }
      let summary = await InputReader.read(
        path: InputPath(path), input: 0, options: ReadingOptions(), workers: 2
      ).summary
      #expect(summary.records == 30 && summary.isComplete)
    }
  }

  @Test("Plain or packed, in pieces of any length")
  func pieces() {
    let text = Array(Self.lines.utf8)
    let packed = GzipBytes.member(Array(text[..<200])) + GzipBytes.member(Array(text[200...]))
    for bytes in [text, packed] {
      for length in [1, 2, 63, 64, 65, 1000] {
        let summary = read(bytes, pieceLength: length)
        #expect(summary.records == 30)
        #expect(summary.isComplete)
      }
    }
  }

  @Test("An empty file has nothing and lacks nothing", arguments: ["log.json", "log.json.gz"])
  func empty(_ name: String) throws {
    for bytes in [[], GzipBytes.member("")] {
      let summary = try read(bytes, name: name)
      #expect(summary.records == 0)
      #expect(summary.problems == [])
      #expect(summary.isComplete)
    }
  }

  @Test("Packed files that are cut or damaged give what lies before")
  func damagedGzip() throws {
    let member = GzipBytes.member(Self.lines, level: 0)
    let cut = try read(Array(member[..<(member.count / 2)]))
    #expect(damage(cut) == [.truncatedGzip])
    #expect(cut.records > 10)
    let noTrailer = try read(Array(member.dropLast(8)))
    #expect(damage(noTrailer) == [.truncatedGzip])
    #expect(noTrailer.records == 30)
    let garbage = try read(member + Array("garbage".utf8))
    #expect(damage(garbage) == [.corruptGzip])
    #expect(garbage.records == 30)
    var wrongSum = member
    wrongSum[member.count - 6] ^= 1
    #expect(damage(try read(wrongSum)) == [.corruptGzip])
    #expect(try read(wrongSum).records == 30)
    #expect(damage(try read([0x1F, 0x8B])) == [.truncatedGzip])
    #expect(damage(try read([0x1F, 0x8B, 0x00, 0x00])) == [.corruptGzip])
    #expect(!cut.isComplete && !garbage.isComplete)
  }

  @Test("What is packed in gzip is told by its bytes too")
  func packedTwice() throws {
    let zstd: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x04, 0x00]
    #expect(try read(GzipBytes.member(zstd)).problems.map(\.kind) == [.unsupportedCompression])
    #expect(try read(GzipBytes.member([0xFF, 0xFE, 0x7B, 0x00])).problems.map(\.kind) == [.unsupportedEncoding])
    let twice = try read(GzipBytes.member(GzipBytes.member(Self.lines)))
    #expect(twice.problems.map(\.kind) == [.unsupportedCompression])
    #expect(twice.problems.first?.message.contains("gzip -dc") == true)
    #expect(twice.records == 0)
  }

  @Test("Other packings and encodings are named once, and nothing of them is read")
  func unsupported() throws {
    let utf16 = try read([0xFF, 0xFE] + Self.lines.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    #expect(utf16.problems.map(\.kind) == [.unsupportedEncoding])
    #expect(utf16.records == 0)
    let zip = try read([0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 7, count: 500))
    #expect(zip.problems.map(\.kind) == [.unsupportedCompression])
    #expect(!zip.isComplete)
  }

  @Test("A missing file, a directory and a file without permission are unreadable inputs")
  func unreadable() throws {
    let missing = InputReader.read(path: "/nowhere/at all.json", input: 0, options: ReadingOptions()).summary
    #expect(missing.problems.map(\.kind) == [.unreadableInput])
    #expect(missing.problems.first?.message.contains("No such file") == true)
    let folder = FileManager.default.temporaryDirectory.path
    let directory = InputReader.read(path: InputPath(folder), input: 0, options: ReadingOptions()).summary
    #expect(directory.problems.map(\.kind) == [.unreadableInput])
    #expect(directory.problems.first?.message.contains("directory") == true)
    #expect(!missing.isComplete && !directory.isComplete)
  }

  @Test("A file without permission", .enabled(if: geteuid() != 0, "the superuser may read every file"))
  func noPermission() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "input-\(UUID().uuidString)")
    try Data("{}".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
    let summary = InputReader.read(path: InputPath(file.path), input: 0, options: ReadingOptions()).summary
    #expect(summary.problems.map(\.kind) == [.unreadableInput])
  }
}
