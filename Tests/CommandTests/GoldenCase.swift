import Foundation
import Testing

/// One folder of `Cases`: a command, its inputs, and what it must give.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  /// `<topic>/<case>`.
  let name: String
  let command: String

  var testDescription: String { name }

  private static let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
  private static let output = ["stdout", "stderr"]
  private static let notInputs: Set = ["cmd", "status", "stdout", "stderr", "expected"]

  static func all() throws -> [GoldenCase] {
    try names(in: cases).flatMap { topic in
      try names(in: cases.appending(path: topic)).map { name in
        let command = try String(contentsOf: cases.appending(path: "\(topic)/\(name)/cmd"), encoding: .utf8)
        return GoldenCase(name: "\(topic)/\(name)", command: command.trimmingCharacters(in: .newlines))
      }
    }
  }

  private var folder: URL { Self.cases.appending(path: name) }

  func expected() throws -> GoldenOutcome {
    var parts: [String: Data?] = try Self.files(in: folder.appending(path: "expected"))
    for name in Self.output {
      parts[name] =
        FileManager.default.contents(atPath: folder.appending(path: name).path(percentEncoded: false)) ?? Data()
    }
    let status =
      FileManager.default.contents(atPath: folder.appending(path: "status").path(percentEncoded: false))
      ?? Data("0".utf8)
    return GoldenOutcome(
      status: String(decoding: status, as: UTF8.self).trimmingCharacters(in: .newlines), parts: parts)
  }

  /// What is usual, no output and status 0, has no file.
  func record(_ outcome: GoldenOutcome) throws {
    for name in Self.notInputs.subtracting(["cmd"]) {
      try? FileManager.default.removeItem(at: folder.appending(path: name))
    }
    if outcome.status != "0" { try Data("\(outcome.status)\n".utf8).write(to: folder.appending(path: "status")) }
    for case (let name, let data?) in outcome.parts where !(Self.output.contains(name) && data.isEmpty) {
      let file = folder.appending(path: Self.output.contains(name) ? name : "expected/\(name)")
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
    }
  }

  // MARK: What it gives

  func run() async throws -> GoldenOutcome {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "convolint-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let work = scratch.appending(path: "work")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    for name in try Self.names(in: folder, hiddenToo: true) where !Self.notInputs.contains(name) {
      try FileManager.default.copyItem(at: folder.appending(path: name), to: work.appending(path: name))
    }
    let before = try Self.files(in: work)
    let status = try await runShell(in: work, outputs: scratch)
    let after = try Self.files(in: work)
    var parts: [String: Data?] = after.filter { before[$0.key] != $0.value }
    for name in before.keys where after[name] == nil { parts.updateValue(nil, forKey: name) }
    for name in Self.output { parts[name] = try Data(contentsOf: scratch.appending(path: name)) }
    return GoldenOutcome(status: status, parts: parts)
  }

  /// Output goes to files: a pipe that nobody empties would stop the command.
  private func runShell(in work: URL, outputs: URL) async throws -> String {
    let home = outputs.appending(path: "home")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = work
    process.environment = [
      "PATH": "\(Self.products.path(percentEncoded: false)):/usr/bin:/bin", "TZ": "UTC", "LC_ALL": "C",
      "HOME": home.path(percentEncoded: false),
      "SWIFT_BACKTRACE": "enable=no",
    ]
    process.standardInput = FileHandle.nullDevice
    func handle(_ name: String) throws -> FileHandle {
      try Data().write(to: outputs.appending(path: name))
      return try FileHandle(forWritingTo: outputs.appending(path: name))
    }
    process.standardOutput = try handle("stdout")
    process.standardError = try handle("stderr")
    return try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { ended in
        let signalled = ended.terminationReason == .uncaughtSignal
        continuation.resume(returning: signalled ? "signal \(ended.terminationStatus)" : "\(ended.terminationStatus)")
      }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
  }

  /// Where the build puts its products: beside the tests.
  static let products =
    Bundle.allBundles.first { $0.bundleURL.pathExtension == "xctest" }?.bundleURL.deletingLastPathComponent()
    ?? Bundle.main.bundleURL

  private static func names(in folder: URL, hiddenToo: Bool = false) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).filter {
      hiddenToo || !$0.hasPrefix(".")
    }
    .sorted()
  }

  /// The regular files below a folder by their paths; links are neither files nor followed.
  private static func files(in folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let enumerator = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))
    while let name = enumerator?.nextObject() as? String {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: folder.appending(path: name).path(percentEncoded: false))
      if attributes[.type] as? FileAttributeType != .typeRegular { continue }
      files[name] = try Data(contentsOf: folder.appending(path: name))
    }
    return files
  }
}
