import Detection
import Ingest
import Model

/// The configured detectors of a run.
struct DetectorSuite: Sendable {
  let shared: SharedSettings
  /// Settings that differ from their defaults, by full key.
  let changes: [(key: String, value: String)]
  private let detectors: [any Detector]
  private let infos: [DetectorInfo]

  /// What all detectors share is set under this name.
  static let sharedName = "shared"

  init(_ configuration: Configuration) throws(ConfigurationError) {
    for id in configuration.only + configuration.except where Catalog.detector(id) == nil {
      throw ConfigurationError("there is no detector '\(id)'; there are: \(Self.ids)")
    }
    for setting in configuration.settings {
      if let complaint = Self.complaint(about: setting) {
        throw ConfigurationError("\(setting.detector).\(setting.key)=\(setting.value): \(complaint)")
      }
    }
    var changes: [(key: String, value: String)] = []
    func settings(_ name: String) -> [(key: String, value: String)] {
      configuration.settings.filter { $0.detector == name }.map { ($0.key, $0.value) }
    }
    var detectors: [any Detector] = []
    var infos: [DetectorInfo] = []
    do throws(SettingError) {
      let sharedChanges = settings(Self.sharedName)
      shared = try SharedSettings(sharedChanges)
      changes += shared.changed.map { ("\(Self.sharedName).\($0.key)", $0.value) }
      for type in Catalog.all {
        let id = type.info.id
        guard configuration.only.isEmpty || configuration.only.contains(id), !configuration.except.contains(id) else {
          continue
        }
        detectors.append(try type.make(settings(id)))
        infos.append(type.info)
        changes += try type.describeChanges(settings(id)).map { ("\(id).\($0.key)", $0.value) }
      }
    } catch {
      throw ConfigurationError(error.message)
    }
    self.detectors = detectors
    self.infos = infos
    self.changes = changes
  }

  private static var ids: String { Catalog.infos.map(\.id).joined(separator: ", ") }

  /// Why a setting cannot be; nil where it can.
  static func complaint(about setting: Configuration.Setting) -> String? {
    let change = [(key: setting.key, value: setting.value)]
    do throws(SettingError) {
      if setting.detector == sharedName {
        _ = try SharedSettings(change)
      } else if let type = Catalog.detector(setting.detector) {
        _ = try type.describeChanges(change)
      } else {
        return complaint(aboutName: setting.detector)
      }
      return nil
    } catch {
      return error.message
    }
  }

  /// Why nothing can be set under a name; nil where something can.
  static func complaint(aboutName name: String) -> String? {
    name == sharedName || Catalog.detector(name) != nil
      ? nil : "there is no detector '\(name)'; there are: \(ids), and \(sharedName) for what all share"
  }

  func readingOptions(_ configuration: Configuration) -> ReadingOptions {
    var options = ReadingOptions()
    options.recordLimit = configuration.recordLimit
    options.maskCharacters = Set(shared.maskCharacters.unicodeScalars)
    options.excerptLength = configuration.excerptLength
    options.zone = configuration.timeZone?.rules
    options.zoneNamed = TimeZoneName.rules
    return options
  }

  /// One detector's verdict over the run.
  struct Verdict: Sendable {
    let info: DetectorInfo
    let examination: Examination
    let findings: [Finding]
  }

  /// Has every detector examine every conversation, some thousand in a piece, then every bot, and conclude.
  func judge(_ conversations: Conversations, _ knowledge: Knowledge, jobs: Int) async -> [Verdict] {
    let detectors = detectors
    var total = detectors.map { _ in Examination() }
    for piece in await Pieces.map(
      of: conversations.count, jobs: jobs, { Self.examine(conversations, $0, knowledge, detectors) })
    {
      for (position, examination) in piece.enumerated() { total[position].merge(examination) }
    }
    for timeline in knowledge.timelines {
      let subject = BotSubject(timeline, knowledge)
      for (index, detector) in detectors.enumerated() { detector.examine(subject, into: &total[index]) }
    }
    let unlogged = knowledge.botsWithoutTimeline
    return zip(zip(infos, detectors), total).map { pair, examination in
      let (info, detector) = pair
      let findings = detector.conclude(examination, knowledge)
      var examination = examination
      if info.unit == .bots { Self.count(unlogged, findings, in: &examination) }
      return Verdict(info: info, examination: examination, findings: findings)
    }
  }

  /// Of a bot without a log no input could have shown the problem, unless its conversations did.
  private static func count(_ bots: [String], _ findings: [Finding], in examination: inout Examination) {
    let found = Set(findings.compactMap(\.bot))
    for bot in bots {
      if found.contains(bot) { examination.judge() } else { examination.setAside(.noBotLog) }
    }
  }

  /// What one detector makes of one conversation and the bots in it, with what it asked and saw.
  struct Opinion {
    let info: DetectorInfo
    let probe: Probe
    let examination: Examination
  }

  /// - Parameter verdicts: the whole run's, in the order of the detectors.
  func explain(_ conversation: Conversation, _ knowledge: Knowledge, _ verdicts: [Verdict]) -> [Opinion] {
    var bots: [BotTimeline] = []
    for participant in conversation.participants {
      guard let timeline = knowledge.timeline(of: participant.id), !bots.contains(where: { $0.id == timeline.id })
      else {
        continue
      }
      bots.append(timeline)
    }
    return zip(zip(infos, detectors), verdicts).map { pair, verdict in
      let (info, detector) = pair
      let probe = Probe()
      var examination = Examination(probe: probe)
      detector.examine(Subject(conversation, knowledge, probe: probe), into: &examination)
      for bot in bots { detector.examine(BotSubject(bot, knowledge, probe: probe), into: &examination) }
      // What the conclusion asks belongs to it; what it finds, with all candidates, is the run's.
      if !examination.candidates.isEmpty {
        _ = detector.conclude(examination.within(verdict.examination), knowledge)
      }
      return Opinion(info: info, probe: probe, examination: examination)
    }
  }

  private static func examine(
    _ conversations: Conversations, _ places: Range<Int>, _ knowledge: Knowledge, _ detectors: [any Detector]
  ) -> [Examination] {
    var examinations = detectors.map { _ in Examination() }
    var notes = examinations.mutableSpan
    let subject = Subject(of: conversations, knowledge)
    for place in places {
      subject.turn(to: place)
      for index in detectors.indices { detectors[index].examine(subject, into: &notes[index]) }
    }
    return examinations
  }
}
