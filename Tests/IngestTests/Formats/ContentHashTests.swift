import Model
import Testing

@testable import Ingest

/// Which contents count as the same.
@Suite struct ContentHashTests {
  /// The hash of a message whose event has these members, from a bot.
  private func hash(_ members: String, role: String = "ASSIGNED_AGENT") throws -> UInt32 {
    let log = try ReadLog(
      #"{"kind":"notification","type":".ams.ms.OnlineEventDistribution","body":{"sequence":1,"dialogId":"c","originatorMetadata":{"id":"b","role":"\#(role)"},"event":{\#(members)}}}"#
    )
    #expect(log.problems == [])
    return try #require(log.conversation("c")?.message(1)).contentHash
  }

  /// - Parameter text: as it stands between the quotes.
  private func text(_ text: String) throws -> UInt32 {
    try hash(#""type":"ContentEvent","contentType":"text/plain","message":"\#(text)""#)
  }

  private func structure(_ content: String) throws -> UInt32 {
    try hash(#""type":"RichContentEvent","content":\#(content)"#)
  }

  private func history(_ data: String, type: String, sentBy: String = "Agent") throws -> UInt32 {
    let log = try ReadLog(
      #"{"info":{"conversationId":"c"},"messageRecords":[{"seq":1,"type":"\#(type)","messageData":\#(data),"sentBy":"\#(sentBy)"}]}"#
    )
    return try #require(log.conversation("c")?.message(1)).contentHash
  }

  @Test(arguments: [
    "Where is my kettle?", "short", "exactly8", "exactly sixteen.", "seventeen letters", "¿Dónde está mi cometa?",
    "Grüße", "傘が 届きません", "one 🪁", "«un» deux", "x",
  ])
  func whiteSpaceIsFolded(_ plain: String) throws {
    let wanted = try text(plain)
    #expect(wanted != 0)
    for blank in ["  ", "\u{A0}", #"\n"#, #"\t "#, #" \r\n "#, "\u{3000}", #"\u0020\u2003"#] {
      #expect(try text(plain.replacing(" ", with: blank)) == wanted, "\(blank.debugDescription) inside")
      #expect(try text(blank + plain) == wanted, "\(blank.debugDescription) before")
      #expect(try text(plain + blank) == wanted, "\(blank.debugDescription) behind")
    }
    #expect(try text(plain + "!") != wanted)
    #expect(try text(plain.replacing(plain.suffix(1), with: "_")) != wanted)
  }

  @Test func blanksPartWords() throws {
    #expect(try text("tea pot") != text("teapot"))
    #expect(try text("a b c d e f g h i") != text("a b c d e f g hi"))
    #expect(try text(#"tea\npot"#) == text("tea pot"))
  }

  /// Double blanks anywhere among the words of eight bytes.
  @Test(arguments: 1..<24)
  func aDoubleBlankAnywhere(place: Int) throws {
    let plain = String(repeating: "k", count: place) + " " + String(repeating: "m", count: 24 - place)
    #expect(try text(plain.replacing(" ", with: "  ")) == text(plain))
    #expect(try text(plain.replacing(" ", with: "")) != text(plain))
  }

  @Test func howItIsEscapedSaysNothing() throws {
    #expect(try text(#"Caf\u00e9 \ud83d\ude00 \/ \"q\""#) == text(#"Café 😀 / \u0022q\""#))
    #expect(try structure(#"{"title":"Caf\u00e9"}"#) == structure(#"{"title":"Café"}"#))
  }

  @Test(arguments: ["", " ", #"\n"#, #"\u200b"#, "****", "\u{FFFC}", "  "])
  func whatSaysNothingHasNone(_ nothing: String) throws { #expect(try text(nothing) == 0) }

  @Test func otherMessagesHaveNone() throws {
    for members in [
      #""type":"ContentEvent""#, #""type":"ContentEvent","message":null"#,
      #""type":"ContentEvent","contentType":"hosted/file","message":{"caption":"kettle"}"#,
      #""type":"RichContentEvent""#, #""type":"RichContentEvent","content":{}"#,
      #""type":"RichContentEvent","content":"""#, #""type":"RichContentEvent","content":7"#,
    ] { #expect(try hash(members) == 0, "\(members)") }
    #expect(try hash(#""type":"ContentEvent","message":"kettle""#, role: "CONSUMER") == 0)
    #expect(try hash(#""type":"ContentEvent","message":"kettle""#, role: "MANAGER") != 0)
    #expect(try history(#"{"msg":{"text":"kettle"}}"#, type: "TEXT_PLAIN", sentBy: "Consumer") == 0)
  }

  @Test func structuresAreTheirValuesInOrder() throws {
    let card = #"{"type":"vertical","elements":[{"type":"text","text":"Brass, two  litres"},{"n":1.5,"on":true}]}"#
    let wanted = try structure(card)
    let loose =
      "{ \"type\" :\t\"vertical\", \"elements\": [ {\"type\":\"text\",\"text\":\"Brass, two  litres\"} , {\"n\":1.5,\"on\":true} ] }"
    #expect(try structure(loose) == wanted)
    #expect(try structure(card.replacing("two  litres", with: "two litres")) != wanted)
    #expect(try structure(card.replacing("1.5", with: "1.6")) != wanted)
    #expect(try structure(card.replacing("true", with: "null")) != wanted)
  }

  @Test func exportsWriteStructuresIntoStrings() throws {
    let card = #"{"text":"Say \"yes\"\nor café","tooltip":"t"}"#
    let written = card.replacing(#"\"#, with: #"\\"#).replacing(#"""#, with: #"\""#)
      .replacing(#"\\\""#, with: #"\\\""#)
    let wanted = try structure(card)
    #expect(try structure("\"\(written)\"") == wanted)
    for data in [
      #"{"richContent":{"content":"\#(written)"}}"#, #"{"richContent":{"content":" \#(written)\n"}}"#,
      #"{"richContent":"\#(written)"}"#,
    ] { #expect(try history(data, type: "RICH_CONTENT") == wanted, "\(data)") }
    #expect(try history(#"{"richContent":{"content":"{\"broken"}}"#, type: "RICH_CONTENT") != 0)
    #expect(try history(#"{"richContent":{"content":"\"a text\""}}"#, type: "RICH_CONTENT") == text("a text"))
  }

  @Test func everyDoorGivesTheSame() throws {
    let wanted = try text("Your kettle is on its way")
    #expect(try history(#"{"msg":{"text":"Your kettle  is on its way "}}"#, type: "TEXT_PLAIN") == wanted)
    let table = try ReadLog(
      "conversation_id,message_data,sent_by,seq,type", "c,Your kettle is on its way,Agent,1,TEXT_PLAIN",
      "c,Your kettle is on its way,Consumer,2,TEXT_PLAIN")
    #expect(table.conversation("c")?.message(1)?.contentHash == wanted)
    #expect(table.conversation("c")?.message(2)?.contentHash == 0)
    let published = try ReadLog(
      #"{"kind":"req","id":1,"type":".ams.ms.PublishEvent","body":{"dialogId":"c","event":{"type":"ContentEvent","contentType":"text/plain","message":"Your kettle is on its way"}}}"#,
      #"{"kind":"resp","reqId":1,"code":200,"body":{"sequence":1},"type":".ams.ms.PublishEvent$Response"}"#)
    #expect(published.conversation("c")?.message(1)?.contentHash == wanted)
    let flat = try ReadLog(
      #"{"dialogId":"c","sequence":1,"message":"Your kettle is on its way","originatorMetadata":{"id":"b","role":"ASSIGNED_AGENT"},"originatorId":"b"}"#
    )
    #expect(flat.conversation("c")?.message(1)?.contentHash == wanted)
  }

  /// It is the same in every process, on every machine: what one run learnt another may compare.
  @Test func hashesStay() throws {
    let hashes = try [text("Your kettle is on its way"), structure(#"{"type":"text","text":"kettle"}"#)]
    #expect(hashes == [964_673_168, 3_402_591_655])
  }
}
