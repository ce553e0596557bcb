import Model
import Testing

@Suite struct EvidenceTests {
  @Test func comesBackAsItWasPut() {
    for input in [0, 1, 77, 1 << 20 - 1] {
      for record in [0, 1, 4096, 1 << 36 - 1] {
        for value in [1, 2, 255] {
          let evidence = Evidence(input: input, record: record, value: value)
          #expect(evidence.input == input && evidence.record == record && evidence.value == value)
        }
      }
    }
  }

  @Test func largerNumbersStopAtTheFieldsEnd() {
    let evidence = Evidence(input: .max, record: .max, value: .max)
    #expect(evidence.input == 1 << 20 - 1)
    #expect(evidence.record == 1 << 36 - 1)
    #expect(evidence.value == 255)
    #expect(Evidence(input: 1, record: 1 << 36, value: 1).input == 1)
    #expect(Evidence(input: 1, record: 2, value: 256).record == 2)
  }

  @Test func theEarlierPlaceIsTheSmaller() {
    let places = [(0, 1, 1), (0, 1, 2), (0, 2, 1), (0, 99_999, 1), (1, 1, 1), (1, 1, 200), (7, 3, 1)]
    let evidence = places.map { Evidence(input: $0.0, record: $0.1, value: $0.2) }
    #expect(evidence.sorted() == evidence)
    #expect(Set(evidence).count == places.count)
    #expect(Evidence(input: 3, record: 4) == Evidence(input: 3, record: 4, value: 1))
  }
}
