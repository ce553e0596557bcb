import Testing

@testable import Reporting

@Suite struct WordingTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (18_332, "18,332"), (123_456_789, "123,456,789"), (-1234, "-1,234"),
    (.min, "-9,223,372,036,854,775,808"),
  ])
  func numbersAreGrouped(_ number: Int, _ expected: String) {
    #expect(Wording.number(number) == expected)
  }

  @Test(arguments: [
    (0, 7, "0.0%"), (1, 3, "33.3%"), (2, 3, "66.7%"), (1, 2000, "0.1%"), (1, 2001, "<0.1%"), (1, 100_000, "<0.1%"),
    (1999, 2000, ">99.9%"), (1998, 2000, "99.9%"), (7, 7, "100.0%"), (1, 1000, "0.1%"), (1, 8, "12.5%"),
  ])
  func sharesNeverSayNoneOrAllOfSome(_ part: Int, _ whole: Int, _ expected: String) {
    #expect(Wording.share(part, of: whole) == expected)
  }

  @Test func countsHaveTheirNouns() {
    #expect(Wording.count(1, "error") == "1 error")
    #expect(Wording.count(0, "error") == "0 errors")
    #expect(Wording.count(1200, "remedy", "remedies") == "1,200 remedies")
    #expect(Wording.cell(0) == "-")
    #expect(Wording.cell(1200) == "1,200")
  }

  @Test func ranksAreByCountThenName() {
    #expect(Wording.ranked(["b": 1, "a": 1, "c": 1200]) == "c (1,200), a (1), b (1)")
    #expect(Wording.ranked(["b": 1, "a": 1, "c": 5], atMost: 2) == "c (5), a (1) and 1 more")
  }

  @Test func timesAreCutAndNotRounded() throws {
    let time = try #require(SampleReport.time(59_999))
    #expect(Wording.second(time) == "2026-11-22 06:00:59")
    #expect(Wording.minute(time) == "2026-11-22 06:00")
  }
}
