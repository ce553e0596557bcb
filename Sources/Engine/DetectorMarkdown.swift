import Detection
import Model

/// The documentation page of all detectors, made of the same texts as `convolint explain`.
public enum DetectorMarkdown {
  public static var page: String {
    var lines = [
      "# Detectors", "",
      "What `convolint` looks for. This page is made of the detectors themselves; `convolint explain <detector>` prints "
        + "each part of it.", "",
    ]
    for info in Catalog.infos { lines += section(info) }
    lines += ["## Settings that all share", ""] + table("shared", SharedSettings.infos)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ info: DetectorInfo) -> [String] {
    var lines = ["## \(info.id)", "", info.summary, "", info.symptom, "", "**Severity.** \(info.severity)", ""]
    lines += ["**Inputs.** \(info.inputs)", "", "| cause | meaning | what to do |", "|---|---|---|"]
    lines += info.causes.map { "| `\($0.id)` | \(cell($0.meaning)) | \(cell($0.remedy)) |" }
    lines +=
      ["", "Not reported, though it looks like it:", ""]
      + (info.notFlagged + info.guards.map(\.meaning)).map { "- \($0)" } + [""]
    lines += table(info.id, info.settings) + ["\(info.remedy) See <\(info.documentation)>.", ""]
    for example in info.examples {
      lines += ["\(example.title):", ""]
      lines += example.transcript.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.isEmpty ? "" : "    \($0)"
      }
      lines += [""]
    }
    return lines
  }

  private static func table(_ name: String, _ settings: [SettingInfo]) -> [String] {
    ["| setting | default | meaning |", "|---|---|---|"]
      + settings.map { "| `\(name).\($0.key)` | `\($0.defaultValue)` | \(cell($0.meaning)) |" } + [""]
  }

  /// A bar would end the cell.
  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
