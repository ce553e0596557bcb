import Detection
import Model

/// What is written about the detectors, as plain text for a terminal.
public enum DetectorPages {
  public static var ids: [String] { Catalog.infos.map(\.id) }

  /// All detectors: id, what it finds, severities, inputs, settings with their defaults.
  public static var list: String {
    Catalog.infos.map { info in
      var lines = [info.id, "  \(info.summary)", "  severity: \(info.severity)", "  inputs: \(info.inputs)"]
      lines += info.settings.map { "  --set \(info.id).\($0.key)=\($0.defaultValue)" }
      return lines.flatMap { wrapped($0) }.joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n\n" + sharedSettings + "\n\n`convolint explain <detector>` tells all about one."
  }

  /// The whole page of one detector; nil where there is none of that id.
  public static func page(_ id: String) -> String? {
    guard let info = Catalog.infos.first(where: { $0.id == id }) else { return nil }
    var lines = [info.id, String(repeating: "=", count: info.id.count), info.summary, "", info.symptom]
    lines += ["", "Severity", "  \(info.severity)", "", "Causes"]
    for cause in info.causes { lines += ["  \(cause.id)", "    \(cause.meaning)", "    What to do: \(cause.remedy)"] }
    lines += ["", "Inputs that can show it", "  \(info.inputs)", "", "What looks like it and is not reported"]
    lines += (info.notFlagged + info.guards.map(\.meaning)).map { "  - \($0)" }
    lines += ["", "Settings"]
    for setting in info.settings {
      lines += ["  \(id).\(setting.key)=\(setting.defaultValue)", "    \(setting.meaning)"]
    }
    lines += [
      "", "What to do", "  \(info.remedy)", "  \(info.documentation)", "", "Examples (a flag marks what is found)",
    ]
    for example in info.examples {
      lines += ["", "  \(example.title)"]
      lines += example.transcript.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
    }
    return lines.flatMap { wrapped($0) }.joined(separator: "\n")
  }

  private static var sharedSettings: String {
    (["shared by all"]
      + SharedSettings.infos.flatMap { ["  --set shared.\($0.key)=\($0.defaultValue)", "    \($0.meaning)"] })
      .flatMap { wrapped($0) }.joined(separator: "\n")
  }

  /// Breaks a line at 100 columns, and indents what follows as the line was.
  private static func wrapped(_ line: String) -> [String] {
    let indent = String(line.prefix { $0 == " " })
    guard line.count > 100 else { return [line.trimmingTrailingSpaces] }
    var lines: [String] = []
    var current = indent
    for word in line.dropFirst(indent.count).split(separator: " ") {
      if current.count > indent.count, current.count + word.count + 1 > 100 {
        lines.append(current)
        current = indent
      }
      if current.count > indent.count { current += " " }
      current += word
    }
    return lines + [current]
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
