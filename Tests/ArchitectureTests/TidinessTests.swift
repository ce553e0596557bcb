import Foundation
import Testing

/// What must hold of every source file.
struct TidinessTests {
  @Test(arguments: ["Sources", "Tests"])
  func noFileIsLong(folder: String) throws {
    for file in try SourceTree.swiftFiles(in: folder) {
      #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines: look for its second idea")
    }
  }

  @Test func noDrawers() throws {
    let drawers: Set<String> = ["Utilities", "Utils", "Helpers", "Shared", "Extensions", "Common", "Misc"]
    for file in try SourceTree.swiftFiles(in: "Sources") {
      let names = file.path.split(separator: "/").map { String($0.replacing(".swift", with: "")) }
      #expect(drawers.isDisjoint(with: names), "\(file.path) is a drawer: name it after what it holds")
    }
  }

  /// Input never ends the process: what could trap on it is not written at all.
  @Test(arguments: ["fatalError(", "try!", " as! ", "assertionFailure(", "@unchecked Sendable", "nonisolated(unsafe)"])
  func noTraps(word: String) throws {
    for file in try SourceTree.swiftFiles(in: "Sources") {
      for (index, line) in file.lines.enumerated() where line.contains(word) {
        Issue.record("\(file.path):\(index + 1) has \(word)")
      }
    }
  }

  @Test func everyFileIsNamedAfterATypeOrWhatItExtends() throws {
    for file in try SourceTree.swiftFiles(in: "Sources") {
      let name = String(file.path.split(separator: "/").last?.dropLast(6) ?? "")
      let text = file.lines.joined(separator: "\n")
      let declares = ["struct", "enum", "class", "protocol", "actor"].contains { kind in
        text.range(of: "\\b\(kind) \(name)\\b", options: .regularExpression) != nil
      }
      // A file may hold only extensions, or a constant: then its name says what they do.
      let hasOwnTypes =
        text.range(
          of: "^(public |private |fileprivate |final |@safe )*(struct|class|protocol|actor) ",
          options: [.regularExpression]) != nil
      #expect(declares || !hasOwnTypes || name == "Extremes", "\(file.path) declares no \(name)")
    }
  }
}
