import Model
import TestSupport
import Testing

@testable import Ingest

/// Moments as programs write them.
struct WrittenTimeTests {
  struct Moment: CustomTestStringConvertible {
    let text: String
    let utc: String
    init(_ text: String, _ utc: String) {
      self.text = text
      self.utc = utc
    }
    var testDescription: String { text }
  }

  private func parse(_ text: String) -> Timestamp? {
    let bytes = Array(text.utf8)
    return WrittenTime.parse(bytes.span.bytes, 0, bytes.count)
  }

  private func timestamp(_ json: String) throws -> Timestamp? {
    try #require(ScannedText(json)).with { $0.timestamp($0.root) }
  }

  /// Most times are read eight bytes at a time: one digit more, and they are read one by one.
  @Test func aFractionOfFourDigitsSaysTheSame() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = FactRandom(seed: seed)
    let strange = Array("0189 -:.,/TtZz+\"\u{7F}".utf8)
    var readable = 0
    for _ in 0..<20_000 {
      var text = Array("2026-03-02T18:00:00.000Z".utf8)
      for place in text.indices where (0x30...0x39).contains(text[place]) {
        if Int.random(in: 0..<3, using: &random) == 0 { text[place] = .random(in: 0x30...0x39, using: &random) }
      }
      if Bool.random(using: &random), let byte = strange.randomElement(using: &random) {
        text[.random(in: 0..<24, using: &random)] = byte
      }
      let short = String(decoding: text, as: UTF8.self)
      let long = short.dropLast() + "0" + short.suffix(1)
      let moment = parse(short)
      #expect(moment == parse(String(long)), "\(short), seed \(seed)")
      if moment != nil { readable += 1 }
    }
    #expect((1000..<19_000).contains(readable))
  }

  @Test(
    "RFC 3339, and the history's own form",
    arguments: [
      Moment("2026-03-02T18:00:00Z", "2026-03-02T18:00:00.000Z"),
      Moment("2026-03-02t18:00:00z", "2026-03-02T18:00:00.000Z"),
      Moment("2026-03-02 18:00:00Z", "2026-03-02T18:00:00.000Z"),
      Moment("2026-03-02T18:00:00", "2026-03-02T18:00:00.000Z"),
      Moment("2026-03-02 18:00:00.000+0000", "2026-03-02T18:00:00.000Z"),
      Moment("2026-03-02 18:00:00.123+0000", "2026-03-02T18:00:00.123Z"),
      Moment("2026-03-02 18:00:00.123-0500", "2026-03-02T23:00:00.123Z"),
      Moment("2026-03-02T18:00:00+02:00", "2026-03-02T16:00:00.000Z"),
      Moment("2026-03-02T18:00:00-05:30", "2026-03-02T23:30:00.000Z"),
      Moment("2026-03-02T00:30:00+05:45", "2026-03-01T18:45:00.000Z"),
      Moment("2026-03-02T18:00:00.1Z", "2026-03-02T18:00:00.100Z"),
      Moment("2026-03-02T18:00:00.12Z", "2026-03-02T18:00:00.120Z"),
      Moment("2026-03-02T18:00:00.123456789Z", "2026-03-02T18:00:00.123Z"),
      Moment("2026-03-02T18:00:00,5Z", "2026-03-02T18:00:00.500Z"),
      Moment("2026-03-02T18:00:00.9999Z", "2026-03-02T18:00:00.999Z"),
      Moment("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z"),
      Moment("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"),
      Moment("2000-02-29T12:00:00Z", "2000-02-29T12:00:00.000Z"),
      Moment("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
      Moment("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"),
      Moment("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"),
      Moment("2026-01-01T00:00:00-00:00", "2026-01-01T00:00:00.000Z"),
      Moment("2026-12-31T23:59:59-23:59", "2027-01-01T23:58:59.000Z"),
      Moment("1900-03-01T00:00:00Z", "1900-03-01T00:00:00.000Z"),
    ])
  func readable(_ moment: Moment) throws {
    #expect(try #require(parse(moment.text)).description == moment.utc)
    #expect(try timestamp("\"\(moment.text)\"")?.description == moment.utc)
  }

  @Test(
    "What is no moment",
    arguments: [
      "", "2026-", "2026-03-02", "2026-03-02T", "2026-03-02T18", "2026-03-02T18:00", "2026-3-2T18:00:00Z",
      "26-03-02T18:00:00Z",
      "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-32T00:00:00Z",
      "2026-02-29T00:00:00Z",
      "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-03-02T24:00:00Z", "2026-03-02T18:60:00Z",
      "2026-03-02T18:00:61Z",
      "2026-03-02T18:00:00.Z", "2026-03-02T18:00:00+", "2026-03-02T18:00:00+1", "2026-03-02T18:00:00+24:00",
      "2026-03-02T18:00:00+00:60",
      "2026-03-02T18:00:00ZZ", "2026-03-02T18:00:00Z ", " 2026-03-02T18:00:00Z", "2026/03/02 18:00:00",
      "2026-03-02X18:00:00Z",
      "0000-01-01T00:00:00Z", "10000-01-01T00:00:00Z", "-2026-03-02T18:00:00Z", "2026-03-02T18:00:00 UTC", "yesterday",
      "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "9999-12-31T23:59:60Z", "2026-03-02T18:00:00.+00:00",
      "２０26-03-02T18:00:00Z",
    ])
  func unreadable(_ text: String) throws {
    #expect(parse(text) == nil)
    #expect(try timestamp("\"\(text)\"") == nil)
  }

  @Test("Every cut of a moment is none, or a whole one without its zone")
  func everyCut() {
    let text = "2026-03-02 18:00:00.123+0000"
    for length in 0..<text.utf8.count {
      let moment = parse(String(text.prefix(length)))
      #expect((moment != nil) == [19, 21, 22, 23].contains(length), "\(length)")
    }
  }

  @Test(
    "Epoch milliseconds, as numbers and as strings of digits",
    arguments: [
      ("1770000000000", "2026-02-02T02:40:00.000Z"), (#""1770000000000""#, "2026-02-02T02:40:00.000Z"),
      ("1", "1970-01-01T00:00:00.001Z"),
      ("1770000000000.0", "2026-02-02T02:40:00.000Z"), ("253402300799999", "9999-12-31T23:59:59.999Z"),
    ])
  func epoch(_ text: String, _ utc: String) throws {
    #expect(try timestamp(text)?.description == utc)
  }

  @Test(
    "Numbers that are no moments",
    arguments: [
      "0", "-1", #""0""#, #""-1""#, "253402300800000", "9223372036854775807", "9223372036854775808",
      "-9223372036854775808", "null", "true", "{}",
      "1.5", "-5000",
    ])
  func noEpoch(_ text: String) throws {
    #expect(try timestamp(text) == nil)
  }

  @Test(
    "A time whose plus sign or colon was escaped is the same time",
    arguments: [
      #""2026-03-02T18:00:00\u002B00:00""#, #""2026-03-02T18\u003a00:00Z""#,
    ])
  func escaped(_ text: String) throws {
    #expect(try timestamp(text)?.description == "2026-03-02T18:00:00.000Z")
  }
}
