/// The few elements of one kind that a conversation has, of which it keeps the first in place.
///
/// Inlinable, with an iterator of its own: judging goes through them many times in each conversation, and a generic type that is
/// not seen through is slow.
@frozen public struct Few<Element: Sendable>: RandomAccessCollection, Sendable {
  @usableFromInline let first: Element?
  @usableFromInline let second: Element?
  @usableFromInline let others: [Element]

  @inlinable init(first: Element?, second: Element? = nil, others: [Element]) {
    self.first = first
    self.second = second
    self.others = others
  }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { inPlace + others.count }

  @inlinable public subscript(index: Int) -> Element {
    if index == 0, let first { return first }
    if index == 1, let second { return second }
    return others[index - inPlace]
  }

  @inlinable var inPlace: Int { first == nil ? 0 : second == nil ? 1 : 2 }

  @frozen public struct Iterator: IteratorProtocol {
    @usableFromInline let few: Few
    @usableFromInline var index = 0

    @inlinable init(_ few: Few) { self.few = few }

    @inlinable public mutating func next() -> Element? {
      if index == few.endIndex { return nil }
      defer { index += 1 }
      return few[index]
    }
  }

  @inlinable public func makeIterator() -> Iterator { Iterator(self) }
}
