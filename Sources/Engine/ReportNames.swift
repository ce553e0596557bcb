import Ingest
public import Model
import Reporting

/// The report formats by name, as the command line takes them.
public enum ReportNames {
  public static var all: [String] { ReportFormats.all.map { $0.name } }
  public static var listed: String { all.joined(separator: ", ") }

  /// All that `--output` names: of two reports in one file the second would overwrite the first.
  public static func outputs(_ texts: [String]) throws(ConfigurationError) -> [Configuration.Output] {
    var outputs: [Configuration.Output] = []
    var places: Set<String> = []
    for text in texts {
      let output = try output(text)
      // What names a descriptor takes them one after the other.
      if !output.path.hasPrefix("/dev/"), !places.insert(ReportFile.place(of: output.path)).inserted {
        throw ConfigurationError("--output \(text): another report goes to \(output.path), too; name another file")
      }
      outputs.append(output)
    }
    return outputs
  }

  /// A report as `--output` names it: `<format>=<path>`, or a path whose extension names the format.
  public static func output(_ text: String) throws(ConfigurationError) -> Configuration.Output {
    if let equals = text.firstIndex(of: "="), all.contains(String(text[..<equals])) {
      let path = String(text[text.index(after: equals)...])
      if path.isEmpty { throw ConfigurationError("--output \(text): a path is wanted after the format") }
      return Configuration.Output(format: String(text[..<equals]), path: path)
    }
    if let equals = text.firstIndex(of: "="), text[..<equals].wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil {
      throw ConfigurationError(
        "--output \(text): there is no format '\(text[..<equals])'; there are: \(listed); write ./\(text) for a file of "
          + "that name")
    }
    guard let dot = text.lastIndex(of: "."),
      let format = ReportFormats.format(forExtension: String(text[text.index(after: dot)...]))
    else {
      throw ConfigurationError(
        "--output \(text): the extension names no format; write <format>=\(text) with one of \(listed)")
    }
    return Configuration.Output(format: format.name, path: text)
  }

  /// What stands between the cells of CSV: one character, or `tab`.
  public static func delimiter(_ text: String) throws(ConfigurationError) -> UInt8 {
    let text = text == "tab" || text == #"\t"# ? "\t" : text
    guard text.utf8.count == 1, let byte = text.utf8.first, ReportOptions.delimiters.contains(byte) else {
      let allowed = String(
        decoding: ReportOptions.delimiters.filter { $0 != UInt8(ascii: "\t") }.sorted(), as: UTF8.self)
      throw ConfigurationError("the delimiter '\(text)' cannot be used; one of \(allowed) or tab is wanted")
    }
    return byte
  }
}

/// How large a record may be, in bytes.
public enum RecordLimits {
  public static let allowed = ReadingOptions.recordLimits
}

/// Times as the command line takes them: RFC 3339 or as the text report prints them, or a date alone for its beginning.
public enum TimeArgument {
  /// - Parameter zone: that of a time without one.
  public static func parse(_ text: String, in zone: ZoneRules) -> Timestamp? {
    InputTime.parse(text, in: zone) ?? InputTime.parse(text + ":00", in: zone)
      ?? InputTime.parse(text + "T00:00:00", in: zone)
  }
}
