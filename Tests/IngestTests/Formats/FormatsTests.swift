import Model
import Testing

@testable import Ingest

/// What must hold of every layout in the list.
@Suite struct FormatsTests {
  @Test func namesAreUniqueAndKebabCase() {
    let names = Formats.all.map { $0.name }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
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
