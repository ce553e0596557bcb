import Foundation

/// The repository's files, as the tests about the code itself read them.
enum SourceTree {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  struct File {
    /// From the repository's root.
    let path: String
    let lines: [Substring]

    /// `Sources/Ingest/JSON/Keyword.swift` is of the module Ingest.
    var module: String { String(path.split(separator: "/")[1]) }
  }

  static func swiftFiles(in folder: String) throws -> [File] {
    let base = root.appending(path: folder)
    let enumerator = FileManager.default.enumerator(atPath: base.path())
    var files: [File] = []
    while let name = enumerator?.nextObject() as? String {
      guard name.hasSuffix(".swift") else { continue }
      let text = try String(contentsOf: base.appending(path: name), encoding: .utf8)
      files.append(
        File(path: "\(folder)/\(name)", lines: text.split(separator: "\n", omittingEmptySubsequences: false)))
    }
    return files.sorted { $0.path < $1.path }
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
