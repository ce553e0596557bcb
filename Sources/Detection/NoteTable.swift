import Model

/// Notes by id, where look-ups in a row mostly ask for the same one.
struct NoteTable<Note: Sendable>: Sendable {
  private(set) var all: [(id: Identifier, note: Note)] = []
  private var places: [Identifier: Int] = [:]
  private var last: Int?

  /// - Parameter start: what a note is before anything was noted.
  mutating func update(_ id: Identifier, from start: @autoclosure () -> Note, _ change: (inout Note) -> Void) {
    if let last, all[last].id == id { return change(&all[last].note) }
    let place = places[id] ?? all.count
    if place == all.count {
      places[id] = place
      all.append((id, start()))
    }
    last = place
    change(&all[place].note)
  }

  func find(_ id: Identifier) -> Note? { places[id].map { all[$0].note } }
}
