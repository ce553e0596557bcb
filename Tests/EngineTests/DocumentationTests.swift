import Foundation
import Testing

@testable import Engine

struct DocumentationTests {
  private static let folder = SampleLogs.folder.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/convolint/Documentation.docc")

  /// The pages are checked in; `Scripts/update-golden` writes them anew, and a recording run fails.
  @Test(arguments: [("Detectors.md", DetectorMarkdown.page), ("Layouts.md", LayoutMarkdown.page)])
  func theMadePageIsCurrent(name: String, page: String) throws {
    let file = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["CONVOLINT_RECORD"] != nil {
      try Data(page.utf8).write(to: file)
      Issue.record("recorded \(name); read the difference before you commit it")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == page, "run Scripts/update-golden")
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
