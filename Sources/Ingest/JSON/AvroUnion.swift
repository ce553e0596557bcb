/// Avro's JSON, in which a value that may be missing stands inside an object that names its type: `{"long": 9}`,
/// `{"com.example.Type": {…}}`. Some writers leave the objects away.
extension JSONRecord {
  /// The value inside of its wrappers; the value itself where it has none.
  func avro(_ node: JSONNode?) -> JSONNode? {
    guard var node else { return nil }
    // A wrapped record's first field may itself be wrapped, but no writer goes deeper.
    for _ in 0..<4 {
      var members = members(node)
      guard let only = members.nextMember(in: self), members.isEmpty, namesType(only.name) else { break }
      node = only.value
    }
    return node
  }

  private func namesType(_ name: JSONNode) -> Bool {
    switch word(name) {
    case .string, .long, .int, .boolean, .double, .float, .array: true
    // Records and enumerations go by their full names.
    default: count(name) < 256 && text(name).utf8.contains(UInt8(ascii: "."))
    }
  }
}
