import Model

/// What the text report says about findings: by detector and cause, what to do, by bot, the worst conversations.
struct FindingSections {
  let tally: FindingTally
  let run: RunReport

  static let listedBots = 10
  static let listedConversations = 10
  static let listedRemedies = 5

  func append(to page: inout TextPage) {
    appendDetectors(to: &page)
    appendRemedies(to: &page)
    appendBots(to: &page)
    appendConversations(to: &page)
  }

  private func appendDetectors(to page: inout TextPage) {
    if tally.counts.total > 0 {
      page.section("Findings by detector and cause")
      var table = TextTable([
        ("", .left), ("error", .right), ("warning", .right), ("info", .right), ("affected", .left),
      ])
      let affected = Dictionary(run.detectors.map { ($0.id, Self.affected($0)) }) { first, _ in first }
      for (id, detector) in FindingTally.worstFirst(tally.detectors, by: \.value.counts, then: \.key) {
        table.add(Self.row("  \(id)", detector.counts, affected[id] ?? ""))
        for (cause, counted) in FindingTally.worstFirst(detector.causes, by: \.value.counts, then: \.key) {
          table.add(Self.row("    \(cause)", counted.counts, ""))
        }
      }
      page.table(table)
    }
    appendSilent(to: &page)
    let left = run.detectors.reduce(0) { $0 + $1.total } - tally.counts.total
    if left > 0 {
      page.line("")
      page.paragraph("", "\(Wording.count(left, "finding")) more, left out of this report by filters or the baseline.")
    }
  }

  /// Silence of a detector that judged is news; silence of one that had nothing to judge is not.
  private func appendSilent(to page: inout TextPage) {
    let silent = run.detectors.filter { $0.total == 0 && tally.detectors[$0.id] == nil }
    let judged = silent.filter { $0.conversationsJudged > 0 }.map(\.id)
    let idle = silent.filter { $0.conversationsJudged == 0 }.map(\.id)
    if !silent.isEmpty { page.line("") }
    if !judged.isEmpty { page.paragraph("Judged, and not found: ", judged.joined(separator: ", "), indent: 2) }
    if !idle.isEmpty {
      page.paragraph("Not found, and nothing to judge: ", idle.joined(separator: ", "), indent: 2)
    }
  }

  private static func affected(_ detector: DetectorTally) -> String {
    let judged = detector.conversationsJudged
    if judged == 0 { return "" }
    let share = Wording.share(detector.conversationsAffected, of: judged)
    let affected = Wording.number(detector.conversationsAffected)
    return "\(affected) of \(Wording.number(judged)) judged \(detector.unit.rawValue) (\(share))"
  }

  /// Causes that are worth getting up for; a note (info) needs nobody to act.
  private func appendRemedies(to page: inout TextPage) {
    var causes: [(name: String, cause: FindingTally.Cause)] = []
    for (id, detector) in tally.detectors {
      for (name, cause) in detector.causes where cause.counts.worst > .info {
        causes.append(("\(id), \(name)", cause))
      }
    }
    if causes.isEmpty { return }
    page.section("What to do, worst first")
    causes = FindingTally.worstFirst(causes, by: \.cause.counts, then: \.name)
    var told: Set<String> = []
    causes.removeAll { !told.insert($0.cause.remedy).inserted }
    for (name, cause) in causes.prefix(Self.listedRemedies) {
      page.paragraph("  \(name): ", cause.remedy, indent: 4)
    }
    if causes.count > Self.listedRemedies {
      page.line("  and \(Wording.count(causes.count - Self.listedRemedies, "more remedy", "more remedies"))")
    }
  }

  private func appendBots(to page: inout TextPage) {
    if !tally.bots.isEmpty {
      page.section("Findings by bot")
      var table = TextTable([
        ("", .left), ("error", .right), ("warning", .right), ("info", .right), ("detectors", .left),
      ])
      let bots = FindingTally.worstFirst(tally.bots, by: \.value.counts, then: \.key)
      for (id, bot) in bots.prefix(Self.listedBots) {
        table.add(Self.row("  \(id)", bot.counts, Wording.ranked(bot.detectors)))
      }
      page.table(table)
      if tally.bots.count > Self.listedBots {
        page.line("  and \(Wording.count(tally.bots.count - Self.listedBots, "more bot"))")
      }
    }
    let silent = run.bots.filter { tally.bots[$0] == nil }.map(TextTable.clipped)
    if !silent.isEmpty {
      page.line("")
      page.paragraph("Bots without a finding: ", Wording.list(silent, atMost: Self.listedBots), indent: 2)
    }
  }

  private func appendConversations(to page: inout TextPage) {
    if tally.conversations.isEmpty { return }
    page.section("Worst conversations and bots (times are UTC)")
    let sorted = FindingTally.worstFirst(tally.conversations, by: \.value.counts, then: \.value.place)
    for (id, conversation) in sorted.prefix(Self.listedConversations) {
      page.line("  \(id): \(Wording.severities(conversation.counts))")
      for line in conversation.lines {
        let time = line.time.map(Wording.second) ?? "at no known time   "
        let severity = line.severity.rawValue + String(repeating: " ", count: 7 - line.severity.rawValue.utf8.count)
        let head = "    \(time)  \(severity)  "
        page.paragraph(head, "\(line.detector): \(line.summary)")
      }
      let more = conversation.counts.total - conversation.lines.count
      if more > 0 { page.line("    and \(Wording.number(more)) more") }
    }
    if sorted.count > Self.listedConversations {
      page.line("  and \(Wording.number(sorted.count - Self.listedConversations)) more with findings")
    }
  }

  private static func row(_ name: String, _ counts: FindingTally.Counts, _ last: String) -> [String] {
    [name, Wording.cell(counts.error), Wording.cell(counts.warning), Wording.cell(counts.info), last]
  }
}

extension DetectorTally {
  fileprivate var total: Int { findings.values.reduce(0, +) }
}
