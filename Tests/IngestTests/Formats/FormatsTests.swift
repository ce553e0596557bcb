import Foundation
import Model
import Testing

@testable import Ingest

/// What must hold of every layout in the list.
@Suite struct FormatsTests {
  @Test func namesAreUniqueAndKebabCase() {
    let names = Formats.infos.map { $0.name }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
  }

  /// Every file of the two folders that describes a layout is in the list.
  @Test func theListIsComplete() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Ingest")
    var found: Set<String> = []
    for folder in ["Formats", "Text"] {
      let files = try FileManager.default.contentsOfDirectory(
        at: sources.appending(path: folder), includingPropertiesForKeys: nil)
      for file in files where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: /LayoutInfo\(\s*"([a-z-]+)"/) { found.insert(String(match.1)) }
      }
    }
    #expect(found == Set(Formats.infos.map { $0.name }) && found.count > 8)
  }

  @Test func theEnvelopeLooksForTheOthersAndComesLast() {
    #expect(Formats.all.last?.name == Envelope.name)
  }

  /// Each twin is of the layout that it was made for, and of no layout before it in the list.
  @Test func everyTwinHasItsLayout() throws {
    for (text, name) in [
      (HistoryTwins.newest, "history-page"), (SocketTwins.whatsApp, "socket-frame"),
      (RequestTwins.publishText, "socket-frame"),
      (SocketTwins.participantsArray, "webhook"), (WebhookTwins.conversation, "webhook"),
      (SDKTwins.upsert, "sdk-event"),
      (SDKAnswerTwins.answers, "sdk-answer"), (SDKAnswerTwins.connection, "sdk-answer"),
    ] {
      #expect(try ReadLog(text).summary.layouts.subtracting(["history-record"]) == [name])
    }
  }
}
