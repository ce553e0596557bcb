import Model

/// Notes by id, of which most logs have few: those are looked through, which takes less than to hash one.
struct NoteTable<Note: Sendable>: Sendable {
  private(set) var all: [(id: Identifier, note: Note)] = []
  /// Of all, once they are many.
  private var places: [Identifier: Int] = [:]
  private var last: Int?

  private static var few: Int { 32 }

  /// - Parameter start: what a note is before anything was noted.
  mutating func update(_ id: Identifier, from start: @autoclosure () -> Note, _ change: (inout Note) -> Void) {
    // Look-ups in a row often ask for the same one.
    if let last, all[last].id == id { return change(&all[last].note) }
    let place = place(of: id) ?? add(id, start())
    last = place
    change(&all[place].note)
  }

  func find(_ id: Identifier) -> Note? { place(of: id).map { all[$0].note } }

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
