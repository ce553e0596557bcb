import Foundation
import Testing

/// The build system lets a module import any other that happens to be built: only these tests hold the floors.
struct FloorTests {
  /// What each module may import beside the standard library.
  private static let allowed: [String: Set<String>] = [
    "Model": [],
    "Ingest": ["Model", "CZlib", "CScan", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin"],
    "Detection": ["Model", "Synchronization"],
    "Reporting": ["Model"],
    "Engine": [
      "Model", "Ingest", "Detection", "Reporting", "Yams", "Foundation", "FoundationEssentials", "Synchronization",
      "Glibc", "Musl", "Darwin",
    ],
    "convolint": ["Engine", "Model", "ArgumentParser", "Dispatch", "Glibc", "Musl", "Darwin"],
  ]

  @Test func everyModuleImportsOnlyWhatItsFloorAllows() throws {
    let files = try SourceTree.swiftFiles(in: "Sources")
    #expect(Set(files.map(\.module)) == Set(Self.allowed.keys))
    for file in files {
      for line in file.lines {
        guard let module = Self.importedModule(line) else { continue }
        #expect(Self.allowed[file.module]?.contains(module) == true, "\(file.path) imports \(module)")
      }
    }
  }

  @Test(arguments: [
    ("import Model", "Model"), ("public import Detection", "Detection"), ("@testable import Ingest", "Ingest"),
    ("import struct Foundation.Data", "Foundation"), ("  import Glibc", "Glibc"), ("// import Model", nil),
    ("let important = 1", nil),
  ])
  func importsAreSeen(line: String, module: String?) {
    #expect(Self.importedModule(Substring(line)) == module)
  }

  private static func importedModule(_ line: Substring) -> String? {
    var words = line.split(separator: " ").map(String.init)
    while let first = words.first, first.hasPrefix("@") || ["public", "internal", "package", "private"].contains(first)
    {
      words.removeFirst()
    }
    guard words.first == "import", words.count >= 2 else { return nil }
    let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
    return String(name.split(separator: ".")[0])
  }
}
