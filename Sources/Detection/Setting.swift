public import Model

/// A value the user gave that no setting takes; the message says what would do.
public struct SettingError: Error, Sendable {
  public let message: String
  init(_ message: String) { self.message = message }
}

/// The settings of one detector: typed, with their defaults in `init()`.
public protocol DetectorSettings: Sendable, Equatable {
  init()
  /// Every setting by its key: what the user may write, and what is written about it.
  static var all: [Setting<Self>] { get }
}

extension DetectorSettings {
  /// The defaults with some changes, of which a later one of the same key wins.
  public init(_ changes: [(key: String, value: String)]) throws(SettingError) {
    self.init()
    for change in changes { try set(change.key, to: change.value) }
  }

  /// - Throws: where the key is none of this detector's or the value is out of its range.
  mutating func set(_ key: String, to value: String) throws(SettingError) {
    guard let setting = Self.all.first(where: { $0.key == key }) else {
      let known = Self.all.map(\.key).joined(separator: ", ")
      throw SettingError("there is no setting '\(key)'; there are: \(known)")
    }
    try setting.apply(&self, value)
  }

  /// The settings that differ from the defaults, as the user would write them.
  public var changed: [(key: String, value: String)] {
    let defaults = Self()
    return Self.all.compactMap { setting in
      let value = setting.describe(self)
      return value == setting.describe(defaults) ? nil : (setting.key, value)
    }
  }

  public static var infos: [SettingInfo] {
    all.map { SettingInfo($0.key, default: $0.describe(Self()), $0.meaning) }
  }
}

/// One setting: its key, how its value is written and read, and what it means.
public struct Setting<Settings>: Sendable {
  public let key: String
  public let meaning: String
  let describe: @Sendable (Settings) -> String
  fileprivate let parse: @Sendable (inout Settings, String) -> String?

  func apply(_ settings: inout Settings, _ value: String) throws(SettingError) {
    if let complaint = parse(&settings, value) { throw SettingError("\(key): \(complaint), not '\(value)'") }
  }

  /// A span of time in milliseconds, written `500ms`, `2s`, `10m` or `1h`.
  public static func duration(
    _ key: String, _ path: any WritableKeyPath<Settings, Int64> & Sendable, _ range: ClosedRange<Int64>,
    _ meaning: String
  ) -> Setting {
    Setting(
      key: key, meaning: meaning, describe: { Duration.describe($0[keyPath: path]) },
      parse: { settings, text in
        guard let value = Duration.parse(text), range.contains(value) else {
          return
            "a time from \(Duration.describe(range.lowerBound)) to \(Duration.describe(range.upperBound)) is wanted"
        }
        settings[keyPath: path] = value
        return nil
      })
  }

  /// A whole number.
  public static func integer(
    _ key: String, _ path: any WritableKeyPath<Settings, Int64> & Sendable, _ range: ClosedRange<Int64>,
    _ meaning: String
  ) -> Setting {
    Setting(
      key: key, meaning: meaning, describe: { String($0[keyPath: path]) },
      parse: { settings, text in
        guard let value = Int64(text), range.contains(value) else {
          return "a whole number from \(range.lowerBound) to \(range.upperBound) is wanted"
        }
        settings[keyPath: path] = value
        return nil
      })
  }

  /// One word of several.
  public static func choice<Value: RawRepresentable & CaseIterable & SendableMetatype>(
    _ key: String, _ path: any WritableKeyPath<Settings, Value> & Sendable, _ meaning: String
  ) -> Setting where Value.RawValue == String {
    let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
    return Setting(
      key: key, meaning: meaning, describe: { $0[keyPath: path].rawValue },
      parse: { settings, text in
        guard let value = Value(rawValue: text) else { return "one of \(words) is wanted" }
        settings[keyPath: path] = value
        return nil
      })
  }

  /// Characters, written one after the other.
  public static func characters(
    _ key: String, _ path: any WritableKeyPath<Settings, String> & Sendable, _ meaning: String
  ) -> Setting {
    Setting(
      key: key, meaning: meaning, describe: { $0[keyPath: path] },
      parse: { settings, text in
        settings[keyPath: path] = text
        return nil
      })
  }
}

/// Spans of time as users write them.
private enum Duration {
  private static let units: [(suffix: String, milliseconds: Int64)] = [
    ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000),
  ]

  static func parse(_ text: String) -> Int64? {
    for unit in units where text.hasSuffix(unit.suffix) {
      guard let number = Int64(text.dropLast(unit.suffix.count)), number >= 0 else { continue }
      let (value, overflow) = number.multipliedReportingOverflow(by: unit.milliseconds)
      return overflow ? nil : value
    }
    return nil
  }

  /// In the largest unit that leaves no rest.
  static func describe(_ milliseconds: Int64) -> String {
    for unit in units.reversed() where milliseconds % unit.milliseconds == 0 && milliseconds >= unit.milliseconds {
      return "\(milliseconds / unit.milliseconds)\(unit.suffix)"
    }
    return "\(milliseconds)ms"
  }
}

/// What all detectors share.
public struct SharedSettings: DetectorSettings {
  public var maskCharacters = "*"
  public var truncatedAfterSequence: Int64 = 5
  public var clockTolerance: Int64 = 2000
  public var maskingPercent: Int64 = 5
  public var burst: Int64 = 3000
  public var stallAfter: Int64 = 60_000
  public var stallConversations: Int64 = 3
  public var stallWindow: Int64 = 600_000
  public var delayCap: Int64 = 1_800_000
  public init() {}

  public static let all: [Setting<SharedSettings>] = [
    .characters("mask-characters", \.maskCharacters, "texts of nothing but these are redacted, not empty"),
    .integer(
      "masking-percent", \.maskingPercent, 1...100,
      "an account with this share of masked texts masks: there a text that is missing was redacted, not empty"),
    .integer(
      "truncated-after-sequence", \.truncatedAfterSequence, 0...1000,
      "a conversation whose beginning is not in the log and whose lowest sequence is above this began before the log"),
    .duration(
      "clock-tolerance", \.clockTolerance, 0...600_000,
      "how far the clock of a log may be from the server's where moments of both are compared"),
    .duration("burst", \.burst, 0...600_000, "messages of a consumer that follow each other so soon are one"),
    .duration(
      "stall-after", \.stallAfter, 1000...86_400_000,
      "how long a consumer must wait for the conversation to count as stuck; the vendor's bot platform sends again after 60 s"
    ),
    .integer(
      "stall-conversations", \.stallConversations, 1...1_000_000,
      "conversations of a bot that must get stuck together for the history alone to show a restart"),
    .duration("stall-window", \.stallWindow, 1000...86_400_000, "how near to each other they must get stuck"),
    .duration(
      "delay-cap", \.delayCap, 1000...604_800_000,
      "a consumer who comes back later than this after the last answer may be ignored on purpose, as the vendor's bot platform does"
    ),
  ]
}
