import Model

/// Who has which login; several where accounts have the same, which is unique in an account only.
struct LoginHolders: Sendable {
  private var all: [Identifier: Holder] = [:]
  /// By account, too; those in no account that is known of under the absent one.
  private var placed: [Place: Holder] = [:]

  private struct Place: Hashable {
    let login: Identifier
    let account: Identifier
  }

  private struct Holder {
    let first: Persons.Person
    var areSeveral = false
  }

  /// - Parameter logins: by person.
  init(_ logins: [Persons.Person: Identifier] = [:]) {
    for (person, login) in logins { Self.add(person, &all[login]) }
  }

  /// - Parameter accounts: where each person is.
  mutating func place(_ logins: [Persons.Person: Identifier], _ accounts: [Persons.Person: Set<Identifier>]) {
    for (person, login) in logins {
      for account in accounts[person] ?? [.absent] {
        Self.add(person, &placed[Place(login: login, account: account)])
      }
    }
  }

  private static func add(_ person: Persons.Person, _ holder: inout Holder?) {
    if holder == nil { holder = Holder(first: person) } else { holder?.areSeveral = true }
  }

  func has(_ login: Identifier) -> Bool { all[login] != nil }

  /// The only one who may have a login in an account; nil where there is none, or several may. Who is in no account may be in any, and where no
  /// account is named it may be any.
  func only(_ login: Identifier, in account: Identifier) -> Persons.Person? {
    guard let everywhere = all[login] else { return nil }
    if account.isAbsent { return everywhere.areSeveral ? nil : everywhere.first }
    let here = placed[Place(login: login, account: account)]
    let anywhere = placed[Place(login: login, account: .absent)]
    guard let holder = here ?? anywhere, here == nil || anywhere == nil else { return nil }
    return holder.areSeveral ? nil : holder.first
  }
}
