import Foundation
import Model
import Testing

@testable import Ingest

/// Files that change while they are read.
struct FileSourceTests {
  private static let length = 300_000

  private func withFile(_ body: (InputPath, FileHandle) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "file-\(UUID().uuidString)")
    try Data(repeating: 0x20, count: Self.length).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try body(InputPath(file.path()), try FileHandle(forWritingTo: file))
  }

  private func readToTheEnd(_ source: FileSource) -> Int {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var total = 0
    while true {
      let count = source.read(into: &buffer, at: 0)
      if count == 0 { return total }
      total += count
    }
  }

  @Test("One that shrinks is read as far as it goes, and is damaged", arguments: [0, 1, 100_000, length - 1])
  func shrinks(to length: Int) throws {
    try withFile { path, file in
      let source = try FileSource(path: path)
      var buffer = [UInt8](repeating: 0, count: 1)
      #expect(source.read(into: &buffer, at: 0) == 1)
      try file.truncate(atOffset: UInt64(length))
      let total = 1 + readToTheEnd(source)
      #expect(total == max(length, 1))
      #expect(source.damage?.kind == .unreadableInput)
      #expect(source.damage?.byteOffset == total)
      #expect(source.damage?.message.contains("shrank from \(Self.length) to \(total) bytes") == true)
    }
  }

  @Test("One that was longer when somebody looked has shrunk, too")
  func wasLonger() throws {
    try withFile { path, _ in
      let source = try FileSource(path: path, length: Self.length + 1)
      #expect(readToTheEnd(source) == Self.length)
      #expect(source.damage?.kind == .unreadableInput)
    }
  }

  @Test("One that grows is read to its new end")
  func grows() throws {
    try withFile { path, file in
      let source = try FileSource(path: path)
      try file.truncate(atOffset: UInt64(Self.length + 5))
      #expect(readToTheEnd(source) == Self.length + 5)
      #expect(source.damage == nil)
    }
  }

  @Test("A part ends where it should, and lacks what is gone")
  func parts() throws {
    try withFile { path, file in
      let source = try FileSource(path: path)
      for range in [1000..<2000, 0..<300, 1000..<2000] {
        source.move(to: range)
        #expect(readToTheEnd(source) == range.count)
        #expect(source.damage == nil)
      }
      try file.truncate(atOffset: 1500)
      source.move(to: 1000..<2000)
      #expect(readToTheEnd(source) == 500)
      #expect(source.damage?.kind == .unreadableInput)
    }
  }

  @Test("One that is removed after it was opened is read all the same")
  func vanishes() throws {
    try withFile { path, _ in
      let source = try FileSource(path: path)
      try FileManager.default.removeItem(atPath: path.description)
      #expect(readToTheEnd(source) == Self.length)
      #expect(source.damage == nil)
    }
  }

  @Test("A file with a name that is not UTF-8")
  func oddName() throws {
    try withFile { path, _ in
      let odd = InputPath(bytes: path.bytes + [0xFF, 0x2E, 0xC3])
      #expect(rename(path.terminated, odd.terminated) == 0)
      defer { unlink(odd.terminated) }
      let source = try FileSource(path: odd)
      #expect(readToTheEnd(source) == Self.length)
      let summary = InputReader.read(path: odd, input: 0, options: ReadingOptions()).summary
      #expect(summary.path == "\(path)\\xFF.\\xC3")
      #expect(summary.bytes == Self.length && summary.isComplete)
    }
  }
}
