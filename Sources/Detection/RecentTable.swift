/// A key some of whose bits, which tell most of its like apart, come for nothing.
protocol RecentKey: Hashable, Sendable {
  var hint: Int { get }
}

/// Persons are counted from 0.
extension Int: RecentKey {
  var hint: Int { self }
}

/// Notes by key, where the same few keys come again and again: they are found by their hints, and only others are hashed.
struct RecentTable<Key: RecentKey, Note: Sendable>: Sendable {
  private(set) var all: [(key: Key, note: Note)] = []
  private var places: [Key: Int] = [:]
  /// The place of the key that was asked for last of all with a hint; one behind the end where none was.
  private var recent = [Int](repeating: .max, count: recentCount)

  private static var recentCount: Int { 64 }

  subscript(_ key: Key) -> Note? { places[key].map { all[$0].note } }

  /// - Parameter start: what a note is before anything was noted.
  @inline(__always)
  mutating func update(_ key: Key, from start: @autoclosure () -> Note, _ change: (inout Note) -> Void) {
    let slot = key.hint & (Self.recentCount - 1)
    var place = recent[slot]
    if place >= all.count || all[place].key != key {
      place = places[key] ?? add(key, start())
      recent[slot] = place
    }
    change(&all[place].note)
  }

  private mutating func add(_ key: Key, _ note: Note) -> Int {
    places[key] = all.count
    all.append((key, note))
    return all.count - 1
  }
}
