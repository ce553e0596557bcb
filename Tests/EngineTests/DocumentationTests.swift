import Foundation
import Testing

@testable import Engine

struct DocumentationTests {
  private static let page = SampleLogs.folder.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/convolint/Documentation.docc/Detectors.md")

  /// The page is checked in; `Scripts/update-golden` writes it anew, and a recording run fails.
  @Test func thePageOfDetectorsIsCurrent() throws {
    if ProcessInfo.processInfo.environment["CONVOLINT_RECORD"] != nil {
      try Data(DetectorMarkdown.page.utf8).write(to: Self.page)
      Issue.record("recorded \(Self.page.lastPathComponent); read the difference before you commit it")
      return
    }
    let written = try String(contentsOf: Self.page, encoding: .utf8)
    #expect(written == DetectorMarkdown.page, "run Scripts/update-golden")
  }

  @Test func everyDetectorIsListedAndExplained() {
    for id in DetectorPages.ids {
      #expect(DetectorPages.list.contains("\n\(id)\n") || DetectorPages.list.hasPrefix("\(id)\n"))
      #expect(DetectorPages.page(id)?.hasPrefix("\(id)\n") == true)
      #expect(DetectorMarkdown.page.contains("## \(id)\n"))
    }
    #expect(DetectorPages.page("no-such") == nil)
  }

  @Test func linesFitATerminal() {
    let pages = DetectorPages.ids.compactMap { DetectorPages.page($0) } + [DetectorPages.list]
    for line in pages.flatMap({ $0.split(separator: "\n") }) where line.contains(" ") {
      #expect(line.count <= 100 || line.contains("http"), "\(line)")
    }
  }
}
