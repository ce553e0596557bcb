import Model
import Testing

@testable import Detection

/// Notes are found by whatever way is the shortest, and are the same as a dictionary's.
@Suite struct NoteTableTests {
  @Test(arguments: [0, 1, 32, 33, 34, 500]) func notesById(count: Int) {
    var names = NameTable()
    let ids = (0..<count).map { Identifier("agent-\($0)", names: &names) }
    var table = NoteTable<Int>()
    for id in ids + ids.reversed() + ids { table.update(id, from: 100) { $0 += 1 } }
    #expect(table.all.map(\.id) == ids)
    for id in ids { #expect(table.find(id) == 103) }
    #expect(table.find(Identifier("nobody", names: &names)) == nil)
  }

  /// Those 64 apart have one hint.
  @Test(arguments: [1, 63, 64, 65]) func notesByHint(step: Int) {
    let keys = (0..<200).map { $0 * step }
    var table = RecentTable<Int, Int>()
    for key in keys + keys.reversed() + keys { table.update(key, from: 100) { $0 += 1 } }
    #expect(table.all.map(\.key) == keys)
    for key in keys { #expect(table[key] == 103) }
    #expect(table[-1] == nil)
  }
}
