/// Checks one JSON value against RFC 8259, whole and strictly, and writes its tape: what stands where.
///
/// The tape has one word a value (`TapeEntry`), in the order of the text; an object's keys stand before their values. Nothing is
/// copied and no text is decoded: who wants a value finds it by its index, in any order. The tape and its array are used again for every record.
struct JSONScanner: ~Copyable {
  /// Arrays and objects may lie this deep in each other (Foundation's limit too; RFC 8259 section 9 allows one).
  static let nestingLimit = 512
  /// A record's length must fit the tape's count.
  static let lengthLimit = 1 << 28 - 1
  /// A value has one word on the tape. So a tape takes no more memory than the largest record, if a value has this many bytes;
  /// those of real logs have more than twice as many.
  static let bytesPerValue = 8
  private static let firstTapeLength = 4096

  enum Outcome {
    /// A whole value; it ends before this offset.
    case value(end: Int)
    /// The span ends before the value does, and more bytes may follow.
    case needsMore
    case fault(JSONFault)
  }

  /// The first words are those of the last value; what lies behind them is of values before.
  private(set) var tape = [UInt64](repeating: 0, count: firstTapeLength)
  /// Words of the last value.
  private(set) var words = 0
  /// Strings of the last value with an escaped surrogate that has no partner.
  private(set) var loneSurrogates = 0
  /// Line feeds between the last value's parts: all that a value can have.
  private(set) var lineFeeds = 0
  /// The number of the last value's form, if it has one as a whole.
  private(set) var form: UInt32?
  private var open = [UInt64](repeating: 0, count: nestingLimit)
  private let tapeLimit: Int
  private(set) var forms: FormTable

  /// - Parameters:
  ///   - recordLimit: bytes that the largest record may have.
  ///   - forms: those of the records before; worth its memory only where there are many.
  init(recordLimit: Int = lengthLimit, forms: consuming FormTable = FormTable(nil)) {
    tapeLimit = max(Self.firstTapeLength, recordLimit / Self.bytesPerValue)
    self.forms = forms
  }

  /// - Parameters:
  ///   - start: where the value begins; white space before it is passed over.
  ///   - isFinal: nothing follows the span.
  ///   - isMissed: no form was found for it just now.
  mutating func scan(_ bytes: RawSpan, from start: Int, isFinal: Bool, isMissed: Bool = false) -> Outcome {
    if !isMissed, let match = match(bytes, from: start) {
      write(match)
      return .value(end: match.end)
    }
    return scanWhole(bytes, from: start, isFinal: isFinal)
  }

  /// Matches the object that begins at an offset; nil where its form is not known. Its values are at hand then, and once the match is
  /// written it is as if it had been scanned.
  @inline(__always)
  mutating func match(_ bytes: RawSpan, from start: Int) -> FormTable.Match? {
    guard let match = forms.match(bytes, at: start, from: start), match.words <= tape.count else { return nil }
    (loneSurrogates, lineFeeds, form) = (match.loneSurrogates, match.lineFeeds, match.form)
    return match
  }

  /// Writes the tape of the last match.
  mutating func write(_ match: FormTable.Match) {
    forms.write(match, into: &tape)
    words = match.words
  }

  /// The words of the last match that are values: its form tells the rest.
  var matchedValues: Span<UInt64> {
    @inline(__always)
    @_lifetime(borrow self)
    get { forms.matchedValues }
  }

  @inline(never)
  private mutating func scanWhole(_ bytes: RawSpan, from start: Int, isFinal: Bool) -> Outcome {
    form = nil
    while true {
      let pass: JSONPass.Result
      do throws(JSONFault) {
        pass = try JSONPass.scan(bytes, from: start, isFinal: isFinal, tape: &tape, open: &open, forms: &forms)
      } catch {
        return error.reason == .unexpectedEnd && !isFinal ? .needsMore : .fault(error)
      }
      words = pass.words
      loneSurrogates = pass.loneSurrogates
      lineFeeds = pass.lineFeeds
      if words <= tape.count { return .value(end: pass.end) }
      // The tape was too short for the value: now its length is known.
      guard words <= tapeLimit else {
        words = 0
        return .fault(JSONFault(reason: .tooManyValues(limit: tapeLimit), offset: pass.end))
      }
      // The old one goes first, since both may be large.
      tape = []
      tape = [UInt64](repeating: 0, count: words)
    }
  }
}
