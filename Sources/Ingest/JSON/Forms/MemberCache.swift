/// Members of objects that were found by their keys. In two objects of one form they stand at the same places of the tape, so that they
/// are looked for once a form; of objects without a form they are looked for every time.
///
/// What is kept must follow from keys alone, and from which values are objects, arrays or strings: never from a value.
struct MemberCache<Members> {
  private static var size: Int { 128 }

  private var keys = [UInt64](repeating: .max, count: size)
  private var members = [Members?](repeating: nil, count: size)

  /// - Parameter find: looks for the members of the object.
  @inline(__always)
  mutating func callAsFunction(_ record: JSONRecord, _ node: JSONNode, find: () -> Members) -> Members {
    guard let form = record.form else { return find() }
    let key = UInt64(form) << 32 | UInt64(UInt32(bitPattern: record.formStart &+ node.index))
    let slot = Int(truncatingIfNeeded: (key &>> 32) &* 31 &+ key) & (Self.size - 1)
    if keys[slot] == key, let known = members[slot] { return known }
    let found = find()
    keys[slot] = key
    members[slot] = found
    return found
  }
}
