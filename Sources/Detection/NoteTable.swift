import Model

/// Notes by id, of which most logs have few: those are looked through, which takes less than to hash one.
struct NoteTable<Note: Sendable>: Sendable {
  private(set) var all: [(id: Identifier, note: Note)] = []
  /// Of all, once they are many.
  private var places: [Identifier: Int] = [:]
  /// The place of the id that was asked for last of all with a hint; one behind the end where none was.
  private var recent = [Int](repeating: .max, count: recentCount)

  private static var few: Int { 32 }
  private static var recentCount: Int { 64 }

  /// - Parameter start: what a note is before anything was noted.
  mutating func update(_ id: Identifier, from start: @autoclosure () -> Note, _ change: (inout Note) -> Void) {
    let slot = id.hint & (Self.recentCount - 1)
    var place = recent[slot]
    if place >= all.count || all[place].id != id {
      place = self.place(of: id) ?? add(id, start())
      recent[slot] = place
    }
    change(&all[place].note)
  }

  func find(_ id: Identifier) -> Note? {
    let place = recent[id.hint & (Self.recentCount - 1)]
    if place < all.count, all[place].id == id { return all[place].note }
    return self.place(of: id).map { all[$0].note }
  }

  private func place(of id: Identifier) -> Int? {
    if all.count > Self.few { return places[id] }
    for place in all.indices where all[place].id == id { return place }
    return nil
  }

  private mutating func add(_ id: Identifier, _ note: Note) -> Int {
    let place = all.count
    all.append((id, note))
    if place > Self.few {
      places[id] = place
    } else if place == Self.few {
      for place in all.indices { places[all[place].id] = place }
    }
    return place
  }
}
