import Testing

@testable import Model

@Suite struct PartLinesTests {
  @Test func anInputThatWasReadWholeHasItsLines() {
    let summary = InputSummary(path: "a.ndjson")
    for record in [0, 1, 77, Evidence.lastRecord] {
      #expect(summary.record(of: Evidence(input: 2, record: record)) == record)
    }
  }

  @Test func recordsAreCountedFromWhereTheirPartBegins() {
    var summary = InputSummary(path: "a.ndjson")
    summary.append(InputSummary(path: "a.ndjson"), at: 100, after: 10)
    summary.append(InputSummary(path: "a.ndjson"), at: 150, after: 60)
    summary.append(InputSummary(path: "a.ndjson"), at: 9000, after: 61)
    let numbers = [1, 10, 101, 150, 151, 152, 9000, 9001, 9020]
    let lines = numbers.map { summary.record(of: Evidence(input: 0, record: $0, value: 3)) }
    #expect(lines == [1, 10, 11, 60, 61, 62, 8910, 62, 81])
  }
}
