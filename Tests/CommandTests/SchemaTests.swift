import Engine
import Foundation
import Testing

/// The schemas are JSON and say what the code says; that reports obey them is for an independent validator to judge.
struct SchemaTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: [ReportSchema.text, ConfigurationSchema.text])
  func everyReferenceLeadsSomewhere(text: String) throws {
    let schema = try object(text)
    let definitions = try #require(schema["$defs"] as? [String: Any])
    let references = text.matches(of: /"\$ref": "#\/\$defs\/([a-z_]+)"/).map { String($0.1) }
    #expect(!references.isEmpty)
    #expect(Set(references) == Set(definitions.keys))
  }

  @Test func everyRequiredKeyIsDescribed() throws {
    func check(_ node: Any) {
      if let list = node as? [Any] { list.forEach(check) }
      guard let node = node as? [String: Any] else { return }
      if let required = node["required"] as? [String] {
        #expect(Set(required).subtracting((node["properties"] as? [String: Any] ?? [:]).keys).isEmpty)
        #expect(node["additionalProperties"] as? Bool == false)
      }
      node.values.forEach(check)
    }
    check(try object(ReportSchema.text))
  }

  @Test func theConfigurationHasTheKeysThatAreRead() throws {
    let schema = try object(ConfigurationSchema.text)
    let keys = try #require(schema["properties"] as? [String: Any]).keys.sorted()
    let file = FileManager.default.temporaryDirectory.appending(path: "convolint-\(UUID().uuidString).yml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("nothing: 1\n".utf8).write(to: file)
    var configuration = Configuration()
    let error = #expect(throws: ConfigurationError.self) {
      try ConfigurationFile.read(file.path(), into: &configuration)
    }
    let known = try #require(error?.description.split(separator: "there are: ").last)
    #expect(known.split(separator: ", ").map(String.init).sorted() == keys)
  }

  @Test func everyDetectorHasItsSettings() throws {
    let schema = try object(ConfigurationSchema.text)
    let properties = try #require(schema["properties"] as? [String: Any])
    let settings = try #require(properties["settings"] as? [String: Any])
    let detectors = try #require(settings["properties"] as? [String: Any])
    #expect(Set(detectors.keys) == Set(DetectorPages.ids + ["shared"]))
  }
}
