import Foundation
import Testing

@testable import Engine

/// Reports on their way: whole or not at all, and nothing left beside them.
struct ReportFileTests {
  private func names(_ scratch: Scratch) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.path("")).sorted()
  }

  @Test func unfinishedOnesAreRemoved() throws {
    let scratch = try Scratch()
    try scratch.write("old", to: "report")
    let files = TemporaryFiles()
    do {
      let file = try ReportFile(path: scratch.path("report"), among: files)
      try file.append(Array("half".utf8))
      #expect(try names(scratch).count == 2)
    }
    #expect(try names(scratch) == ["report"])
    #expect(try scratch.read("report") == Array("old".utf8))
  }

  @Test func whoIsStoppedLeavesNone() throws {
    let scratch = try Scratch()
    try scratch.write("old", to: "one")
    let files = TemporaryFiles()
    let one = try ReportFile(path: scratch.path("one"), among: files)
    let two = try ReportFile(path: scratch.path("two"), among: files)
    try one.append(Array("half".utf8))
    try two.append(Array("whole".utf8))
    try two.finish()
    var isEnded = false
    files.removeAll { isEnded = true }
    #expect(isEnded)
    #expect(try names(scratch) == ["one", "two"])
    #expect(try scratch.read("one") == Array("old".utf8))
    // What is removed cannot be put into a place any more.
    #expect(throws: OutputError.self) { try one.finish() }
    #expect(try scratch.read("one") == Array("old".utf8))
  }
}
