import Detection
import Model
import TestSupport
import Testing

@Suite struct SettingTests {
  private static func complaint(_ detector: any Detector.Type, _ key: String, _ value: String) -> String? {
    do throws(SettingError) {
      _ = try detector.make([(key, value)])
      return nil
    } catch {
      return error.message
    }
  }

  @Test func anUnknownKeyIsNamedWithThoseThereAre() {
    #expect(
      Self.complaint(SMSImageDrop.self, "images", "auto")
        == "there is no setting 'images'; there are: sms-images, contentless-after, gateway-window")
  }

  @Test(arguments: ["500ms", "2s", "10m", "1h", "0s", "24h", "86400s"])
  func durationsAreTaken(_ text: String) {
    #expect(Self.complaint(EmptyMessage.self, "contentless-after", text) == nil)
  }

  @Test(arguments: ["", "5", "s", "-1s", "1.5s", "1d", "1 s", "25h", "99999999999999999999h", "9223372036854775807h"])
  func otherDurationsAreNot(_ text: String) {
    #expect(
      Self.complaint(EmptyMessage.self, "contentless-after", text)
        == "contentless-after: a time from 0ms to 24h is wanted, not '\(text)'")
  }

  @Test func rangesHoldAtTheirEnds() {
    #expect(Self.complaint(MissingFirstNotification.self, "grace", "1s") == nil)
    #expect(Self.complaint(MissingFirstNotification.self, "grace", "120s") == nil)
    #expect(
      Self.complaint(MissingFirstNotification.self, "grace", "999ms")
        == "grace: a time from 1s to 2m is wanted, not '999ms'")
    #expect(Self.complaint(MissingFirstNotification.self, "grace", "120001ms") != nil)
    #expect(Self.complaint(OversizedMessage.self, "consumer-limit", "1000") == nil)
    #expect(Self.complaint(OversizedMessage.self, "consumer-limit", "1000000") == nil)
    #expect(Self.complaint(OversizedMessage.self, "consumer-limit", "1000001") != nil)
    #expect(
      Self.complaint(OversizedMessage.self, "consumer-limit", "999")
        == "consumer-limit: a whole number from 1000 to 1000000 is wanted, not '999'")
    #expect(Self.complaint(OversizedMessage.self, "approach-percent", "100") != nil)
    #expect(Self.complaint(OversizedMessage.self, "cluster-size", "two") != nil)
  }

  @Test func wordsAreTheOnesThereAre() {
    #expect(Self.complaint(OversizedMessage.self, "unit", "graphemes") == nil)
    #expect(
      Self.complaint(OversizedMessage.self, "unit", "bytes")
        == "unit: one of utf16, scalars, graphemes, utf8 is wanted, not 'bytes'")
  }

  @Test func changesAreToldInTheLargestUnitThatFits() throws {
    let changes = try EmptyMessage.describeChanges([
      ("contentless-after", "7200s"), ("nearby", "1500ms"), ("resend-within", "900s"), ("rate-minimum", "5"),
    ])
    #expect(changes.map { "\($0.key)=\($0.value)" } == ["contentless-after=2h", "rate-minimum=5", "nearby=1500ms"])
  }

  /// What is written about a setting can be written back.
  @Test func defaultsCanBeSet() throws {
    for detector in Catalog.all {
      for setting in detector.info.settings {
        #expect(try detector.describeChanges([(setting.key, setting.defaultValue)]).isEmpty, "\(setting.key)")
        #expect(!setting.meaning.isEmpty && setting.key.wholeMatch(of: /[a-z]+(-[a-z0-9]+)*/) != nil)
      }
    }
    for setting in SharedSettings.infos {
      #expect(try SharedSettings([(setting.key, setting.defaultValue)]) == SharedSettings())
    }
  }

  @Test func sharedSettingsAreCheckedToo() throws {
    #expect(try SharedSettings([("mask-characters", "*#")]).maskCharacters == "*#")
    #expect(throws: SettingError.self) { try SharedSettings([("truncated-after-sequence", "1001")]) }
    #expect(throws: SettingError.self) { try SharedSettings([("mask", "x")]) }
  }
}
