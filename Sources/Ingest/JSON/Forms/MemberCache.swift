/// Members of objects that were found by their keys. In two objects of one form they stand at the same places of the tape, so that they
/// are looked for once a form; of objects without a form they are looked for every time.
///
/// What is kept must follow from keys alone, and from which values are objects, arrays or strings: never from a value.
struct MemberCache<Members> {
  private static var size: Int { 1024 }

  /// Empty until something is kept: most logs are of few layouts, and many are short.
  private var keys: [UInt64] = []
  private var members: [Members?] = []

  /// - Parameter find: looks for the members of the object.
  @inline(__always)
  mutating func callAsFunction(_ record: JSONRecord, _ node: JSONNode, find: () -> Members) -> Members {
    guard let form = record.form else { return find() }
    let key = UInt64(form) << 32 | UInt64(UInt32(bitPattern: record.formStart &+ node.index))
    let slot = Int(truncatingIfNeeded: (key &>> 32) &* 31 &+ key) & (Self.size - 1)
    if slot < keys.count, keys[slot] == key, let known = members[slot] { return known }
    let found = find()
    keep(found, key, slot)
    return found
  }

  @inline(never)
  private mutating func keep(_ found: Members, _ key: UInt64, _ slot: Int) {
    if keys.isEmpty {
      keys = [UInt64](repeating: .max, count: Self.size)
      members = [Members?](repeating: nil, count: Self.size)
    }
    keys[slot] = key
    members[slot] = found
  }
}
