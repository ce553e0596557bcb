import Testing

@testable import Ingest

/// Rows and cells, as RFC 4180 has them.
@Suite struct CSVRowTests {
  private func cells(_ text: String, delimiter: Character = ",", isFinal: Bool = true) -> (
    cells: [String], outcome: String
  ) {
    var row = CSVRow(delimiter: delimiter.asciiValue ?? 0)
    let bytes = Array(text.utf8)
    let span = bytes.span.bytes
    let outcome =
      switch row.split(span, isFinal: isFinal) {
      case .row(let end): "row \(end)"
      case .needsMore: "more"
      case .fault(let reason): reason
      }
    return (row.cells.indices.map { row.text($0, span) }, outcome)
  }

  @Test func rows() {
    #expect(cells("a,b,c\nd") == (["a", "b", "c"], "row 6"))
    #expect(cells("a,,\r\nd") == (["a", "", ""], "row 5"))
    #expect(cells("\"a,\"\"b\"\"\n\",\"c\"\r\nd") == (["a,\"b\"\n", "c"], "row 16"))
    #expect(cells("a;b,c", delimiter: ";") == (["a", "b,c"], "row 5"))
    #expect(cells("a \"b\",c") == (["a \"b\"", "c"], "row 7"))
    #expect(cells("\"\"") == ([""], "row 2"))
    #expect(cells("") == ([""], "row 0"))
    #expect(cells("\n") == ([""], "row 1"))
  }

  @Test func unfinishedAndBroken() {
    #expect(cells("a,b", isFinal: false).outcome == "more")
    #expect(cells("a,\"b", isFinal: false).outcome == "more")
    #expect(cells("\"b\"", isFinal: false).outcome == "more")
    #expect(cells("a,\"b").outcome == "a quote that does not end")
    #expect(cells("\"a\"b,c").outcome == "text behind a closing quote")
  }
}
