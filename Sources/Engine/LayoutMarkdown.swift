import Detection
import Ingest
import Model

/// The documentation page of all layouts, made of the same texts as `convolint inspect`.
public enum LayoutMarkdown {
  public static var page: String {
    var lines = [
      "# Layouts", "",
      "What `convolint` reads. Layouts are told by content, never by a file's name, and may be mixed in one run and one "
        + "file; `convolint inspect` says which a file has. This page is made of the layouts themselves.", "",
      "| layout | what it is | known by | tells of |", "|---|---|---|---|",
    ]
    lines += Layouts.all.map { info in
      let tells = info.tells.sorted().map(\.rawValue).joined(separator: ", ")
      return "| `\(info.name)` | \(info.title) | \(info.recognizedBy) | \(tells.isEmpty ? "–" : tells) |"
    }
    lines += [
      "", "A layout that tells of nothing by itself holds records of others, or is named and counted only.", "",
      "## What each detector is judged from", "", "| detector | any of |", "|---|---|",
    ]
    lines += Catalog.infos.map { info in
      "| `\(info.id)` | \(info.judgesFrom.sorted().map(\.rawValue).joined(separator: ", ")) |"
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
