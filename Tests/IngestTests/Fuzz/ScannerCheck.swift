import TestSupport

@testable import Ingest

/// The scanner: it sees the same wherever the bytes are cut, and whether it knows their form or not; and Foundation agrees.
enum ScannerCheck {
  private struct Scan: Equatable {
    let verdict: Verdict
    var tape: [UInt64] = []
    var loneSurrogates = 0
    var lineFeeds = 0

    /// - Parameter end: the first bytes alone are looked at.
    init(_ scanner: inout JSONScanner, _ bytes: [UInt8], upTo end: Int, isFinal: Bool) {
      verdict = Verdict(scanner.scan(bytes.span.bytes.extracting(..<end), from: 0, isFinal: isFinal))
      guard case .value = verdict else { return }
      tape = Array(scanner.tape.prefix(scanner.words))
      loneSurrogates = scanner.loneSurrogates
      lineFeeds = scanner.lineFeeds
    }
  }

  static func check(_ input: FuzzInput) throws(BrokenLaw) {
    let bytes = input.bytes
    var random = input.choices
    let split = random.below(bytes.count + 1)
    var scanner = JSONScanner()
    let whole = Scan(&scanner, bytes, upTo: bytes.count, isFinal: true)
    for split in input.isThorough ? Array(0...bytes.count) : [split, bytes.count] {
      try check(Scan(&scanner, bytes, upTo: split, isFinal: false), upTo: split, of: whole, bytes)
    }
    try FormCheck.check(bytes, &random)
    // Foundation takes ten times as long.
    if input.isThorough || random.oneIn(4) { try compareWithFoundation(bytes) }
  }

  /// What was said of the first bytes, when more could follow, still holds when all are there.
  private static func check(_ part: Scan, upTo split: Int, of whole: Scan, _ bytes: [UInt8]) throws(BrokenLaw) {
    func shown() -> String { "of \(split) bytes: \(part); of all: \(whole)" }
    guard part.verdict == .needsMore else {
      return try BrokenLaw.unless(part == whole, "told too early; \(shown())")
    }
    switch whole.verdict {
    case .value(let end):
      // At the end of the bytes a number may have more digits.
      try BrokenLaw.unless(split <= end, "a whole value that needs more; \(shown())")
    case .fault(.unexpectedEnd, _), .needsMore: break
    case .fault: try BrokenLaw.unless(split < bytes.count, "a fault that needs more; \(shown())")
    }
  }

  private static func compareWithFoundation(_ bytes: [UInt8]) throws(BrokenLaw) {
    guard FoundationOracle.isJudgedAlike(bytes) else { return }
    let scanned = ScannedText(bytes)
    if let scanned, !FoundationOracle.isJudgedAlike(scanned) { return }
    let theirs = FoundationOracle.value(bytes)
    try BrokenLaw.unless((scanned != nil) == (theirs != nil), "Foundation \(theirs == nil ? "refuses" : "accepts") it")
    guard let scanned else { return }
    try BrokenLaw.unless(FoundationOracle.value(scanned) == theirs, "Foundation reads another value than the tape has")
  }
}
