import Foundation
import Testing

@testable import Ingest

/// The fuzzer's seeds, and what it found before: all that must hold of any input holds of them.
struct FuzzCorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fuzz/Corpus")

  private static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
  }

  private static func seeds(of target: String) throws -> [(name: String, bytes: [UInt8])] {
    let folder = folder.appending(path: target)
    return try names(in: folder).map { ($0, Array(try Data(contentsOf: folder.appending(path: $0)))) }
  }

  @Test func everyTargetHasSeedsAndEveryFolderATarget() throws {
    #expect(try Self.names(in: Self.folder) == FuzzTarget.all.map(\.name).sorted())
    for target in FuzzTarget.all { #expect(try !Self.seeds(of: target.name).isEmpty, "\(target.name)") }
  }

  @Test(arguments: Formats.all.map { $0.name })
  func everyLayoutRecognizesOneOfItsSeeds(name: String) throws {
    let format = try #require(Formats.all.first { $0.name == name })
    let layout = LayoutCheck(format)
    #expect(try Self.seeds(of: "layout-\(name)").contains { layout.recognized(in: $0.bytes) > 0 })
  }

  @Test(arguments: FuzzTarget.all.map(\.name))
  func everySeedHolds(name: String) throws {
    // Whatever a seed was made for, it is also a whole input.
    let targets = FuzzTarget.all.filter { [name, "input", "records", "scanner"].contains($0.name) }
    for seed in try Self.seeds(of: name) {
      for target in targets {
        do {
          try target.check(FuzzInput(seed.bytes, isThorough: target.name == name))
        } catch {
          Issue.record("\(name)/\(seed.name), \(target.name): \(error)")
        }
      }
    }
  }

  @Test func theCorpusIsSmall() throws {
    let sizes = try FuzzTarget.all.flatMap { try Self.seeds(of: $0.name).map(\.bytes.count) }
    #expect(sizes.count < 1000 && sizes.reduce(0, +) < 1 << 20)
  }
}
