public import Model

/// One conversation and what the detectors made of it, for a person at a terminal.
public enum ExplanationText {
  public static func page(_ explanation: Explanation) -> [UInt8] {
    var page = TextPage()
    page.line("Conversation \(explanation.conversation)")
    for (title, text) in explanation.traits {
      page.paragraph("  \(title)\(String(repeating: " ", count: max(1, 10 - title.count)))", text)
    }
    page.section("Timeline (UTC)")
    if explanation.timeline.isEmpty { page.line("  nothing is known") }
    for happening in explanation.timeline {
      let time = happening.time.map(moment) ?? "without a time"
      page.paragraph("  \(time)\(String(repeating: " ", count: max(2, 25 - time.count)))", happening.what)
    }
    page.section("Detectors")
    for verdict in explanation.verdicts { append(verdict, to: &page) }
    return page.bytes
  }

  private static func append(_ verdict: Explanation.Verdict, to page: inout TextPage) {
    page.paragraph("  \(verdict.detector): ", outcome(verdict), indent: 4)
    for finding in verdict.findings {
      page.paragraph(
        "    \(finding.severity.rawValue), \(finding.cause), confidence \(finding.confidence.rawValue): ",
        finding.summary, indent: 6)
      var place: [String] = []
      if finding.conversation == nil, let bot = finding.bot { place.append("bot \(bot)") }
      if let sequence = finding.sequence { place.append("#\(sequence)") }
      if let time = finding.time { place.append(moment(time)) }
      if let metric = finding.metric, let value = finding.value {
        place.append("\(metric) \(value)\(finding.threshold.map { " (threshold \($0))" } ?? "")")
      }
      if let source = finding.source { place.append("\(source):\(finding.record.map(String.init) ?? "")") }
      if !place.isEmpty { page.paragraph("      ", place.joined(separator: ", ")) }
    }
    for guardian in verdict.guards { page.paragraph("    held back by \(guardian.id): ", guardian.meaning, indent: 6) }
    for sight in verdict.sights { page.paragraph("    saw: ", sight, indent: 6) }
  }

  private static func outcome(_ verdict: Explanation.Verdict) -> String {
    var parts: [String] = []
    if !verdict.findings.isEmpty { parts.append(Wording.count(verdict.findings.count, "finding")) }
    if verdict.isUndecided { parts.append("undecided") }
    parts += verdict.reasons.map { "not applicable: \($0)" }
    if !parts.isEmpty { return parts.joined(separator: "; ") }
    if !verdict.guards.isEmpty { return "held back" }
    return verdict.isJudged ? "nothing found" : "nothing to judge"
  }

  /// `2026-11-22 06:00:00.250`
  private static func moment(_ time: Timestamp) -> String {
    let text = time.description
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(12))"
  }
}
