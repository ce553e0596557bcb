/// When a consumer began and ceased to type, to the second: the typing itself is what lies between. A union, so that order, repeats
/// and cuts change nothing.
public struct TypingEpisodes: Sendable, Equatable {
  /// Seconds since 2001, times two, and one for a beginning; sorted and unique once folded.
  private var marks: [UInt32] = []

  private static let epoch: Int64 = 978_307_200
  /// A consumer who shows longer than this without another sign that he types has long gone.
  private static let longestSeconds: Int64 = 120

  public init() {}

  public var isEmpty: Bool { marks.isEmpty }

  var count: Int { marks.count }

  public mutating func add(_ time: Timestamp?, isTyping: Bool) {
    guard let time, let second = UInt32(exactly: time.milliseconds / 1000 - Self.epoch), second < 1 << 31 else {
      return
    }
    append(second << 1 | (isTyping ? 1 : 0))
  }

  private mutating func append(_ mark: UInt32) {
    if marks.count == marks.capacity { foldCopies() }
    marks.append(mark)
  }

  mutating func join(_ other: TypingEpisodes) {
    for mark in other.marks { append(mark) }
  }

  mutating func foldCopies() {
    if marks.count > 1 { marks = Array(Set(marks)).sorted() }
  }

  /// From the first to the last sign of typing.
  public var extent: Extent {
    var extent = Extent()
    for mark in [marks.min(), marks.max()] {
      extent.fold(mark.flatMap { Timestamp(milliseconds: Self.seconds($0) * 1000) })
    }
    return extent
  }

  /// Milliseconds of typing altogether; nil where there was none.
  public var milliseconds: Int64? {
    var total: Int64 = 0
    var began: Int64?
    var wasSeen = false
    for mark in marks.sorted() {
      let second = Self.seconds(mark)
      if let start = began { total += min(second - start, Self.longestSeconds) }
      began = mark & 1 == 1 ? second : nil
      wasSeen = wasSeen || mark & 1 == 1
    }
    return wasSeen ? total * 1000 : nil
  }

  private static func seconds(_ mark: UInt32) -> Int64 { Int64(mark >> 1) + epoch }
}
