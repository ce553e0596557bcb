/// Messages and exchanges of a conversation, of which copies may come, in any order.
extension Conversation {
  @inlinable public var exchanges: [Exchange] { rarities.isEmpty ? [] : rarities[0].exchanges }

  /// Adds a message; copies are folded together when room runs out, and at the end.
  public mutating func add(_ message: Message, names: NameTable) {
    updateDialog(message.dialog) { $0.lowestSequence = min($0.lowestSequence, message.sequence) }
    if messages.count == messages.capacity {
      if messages.count >= 64 { foldMessages(names: names) }
      // A quarter more at a time: doubling would cost more memory than the messages do.
      if messages.count + messages.count / 8 >= messages.capacity {
        messages.reserveCapacity(messages.count + messages.count / 4 + 2)
      }
    }
    if let last = messages.last, last.order >= message.order { isInOrder = false }
    messages.append(message)
  }

  public mutating func add(_ exchange: Exchange) {
    changeRarities {
      if $0.exchanges.count == $0.exchanges.capacity, $0.exchanges.count >= 64 {
        $0.foldExchanges()
        // Where nearly all are different, the next folding is not to come soon.
        if $0.exchanges.count + $0.exchanges.count / 8 >= $0.exchanges.capacity {
          $0.exchanges.reserveCapacity($0.exchanges.count * 2)
        }
      }
      $0.exchanges.append(exchange)
    }
  }

  /// Whether another conversation adds little to this one.
  func isLarge(beside other: Conversation) -> Bool {
    copyCount > 512 && other.copyCount * 8 < copyCount
  }

  /// How much there is of what copies may be among.
  private var copyCount: Int {
    messages.count + (rarities.isEmpty ? 0 : rarities[0].exchanges.count + rarities[0].consumerTyping.count)
  }

  /// Sorts messages and exchanges, and folds copies of one together.
  mutating func foldCopies(names: NameTable) {
    foldMessages(names: names)
    if rarities.isEmpty { return }
    changeRarities {
      $0.consumerTyping.foldCopies()
      $0.foldExchanges()
    }
  }

  private mutating func foldMessages(names: NameTable) {
    if isInOrder { return }
    isInOrder = true
    messages.sort { $0.order < $1.order }
    var kept = 0
    for index in 1..<messages.count {
      if messages[index].order == messages[kept].order {
        messages[kept].join(messages[index]) { [participants] left, right in
          names.lesser(participants[Int(left)].id, participants[Int(right)].id) == participants[Int(left)].id
        }
      } else {
        kept += 1
        messages[kept] = messages[index]
      }
    }
    messages.removeSubrange((kept + 1)...)
  }
}

extension Rarities {
  fileprivate mutating func foldExchanges() {
    guard exchanges.count > 1 else { return }
    exchanges.sort { $0.precedes($1) }
    var kept = 0
    for index in 1..<exchanges.count where exchanges[index] != exchanges[kept] {
      kept += 1
      exchanges[kept] = exchanges[index]
    }
    exchanges.removeSubrange((kept + 1)...)
  }
}
