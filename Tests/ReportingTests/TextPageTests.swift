import Testing

@testable import Reporting

@Suite struct TextPageTests {
  private func page(_ fill: (inout TextPage) -> Void) -> String {
    var page = TextPage()
    fill(&page)
    return String(decoding: page.bytes, as: UTF8.self)
  }

  @Test func linesLoseTheirTrailingSpaces() {
    #expect(page { $0.line("a b  ") } == "a b\n")
    #expect(page { $0.line("   ") } == "\n")
    #expect(page { $0.line("") } == "\n")
    #expect(page { $0.section("Title") } == "\nTitle\n")
  }

  @Test func aParagraphBreaksAtThePagesWidthAndNotBefore() {
    let word = String(repeating: "x", count: 47)
    #expect(page { $0.paragraph("head ", "\(word) \(word)") } == "head \(word) \(word)\n")
    #expect(page { $0.paragraph("head: ", "\(word) \(word)") } == "head: \(word)\n      \(word)\n")
    #expect(page { $0.paragraph("head: ", "\(word) \(word)", indent: 2) } == "head: \(word)\n  \(word)\n")
  }

  @Test func aWordWiderThanThePageStaysWhole() {
    let word = String(repeating: "x", count: 150)
    #expect(page { $0.paragraph("- ", "a \(word) b") } == "- a\n  \(word)\n  b\n")
    #expect(page { $0.paragraph("- ", "") } == "-\n")
  }

  @Test func columnsAreAlignedByWhatIsShown() {
    var table = TextTable([("", .left), ("n", .right), ("", .left)])
    table.add(["é\u{1B}", "1", "last"])
    table.add(["plain name", "22", ""])
    #expect(
      page { $0.table(table) } == """
                     n
        é\\u001B      1  last
        plain name  22

        """)
  }

  @Test func aCellThatIsTooWideIsCut() {
    let exact = String(repeating: "x", count: TextTable.widestCell)
    #expect(TextTable.clipped(exact) == exact)
    #expect(TextTable.clipped(exact + "x") == String(repeating: "x", count: TextTable.widestCell - 3) + "...")
    // One character to Swift, but a tower of marks on a screen.
    let tower = "a" + String(repeating: "\u{301}", count: 500)
    #expect(TextTable.clipped(tower).unicodeScalars.count == TextTable.widestCell)
  }
}
