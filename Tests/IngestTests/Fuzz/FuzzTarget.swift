import TestSupport

@testable import Ingest

/// What must hold of any bytes whatever: the fuzzer looks for bytes of which it does not, and a test tries the corpus.
struct FuzzTarget: Sendable {
  /// Also the name of its folder in the corpus.
  let name: String
  /// Throws where a law is broken. What the input leaves open is chosen by its bytes, so that a finding can be repeated.
  let check: @Sendable (_ input: FuzzInput) throws(BrokenLaw) -> Void

  /// A layout that joins `Formats.all` gets its target by that; whole inputs of several kinds differ in their seeds alone.
  static let all: [FuzzTarget] =
    [
      FuzzTarget(name: "scanner", check: ScannerCheck.check), FuzzTarget(name: "records", check: RecordsCheck.check),
      FuzzTarget(name: "gzip", check: GzipCheck.check),
    ]
    + ["input", "text-lines", "csv"].map { FuzzTarget(name: $0, check: InputCheck.check) }
    + Formats.all.map { format in
      FuzzTarget(name: "layout-\(format.name)") { (input) throws(BrokenLaw) in try LayoutCheck(format).check(input) }
    }
}

/// The bytes of one run.
struct FuzzInput {
  let bytes: [UInt8]
  /// All that is costly is done too; the fuzzer does it now and then.
  let isThorough: Bool
  private let seed: UInt64

  init(_ bytes: [UInt8], isThorough: Bool) {
    self.bytes = bytes
    self.isThorough = isThorough
    // FNV-1a.
    seed = bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Choices that are the same whenever the same bytes are tried.
  var choices: FactRandom { FactRandom(seed: seed) }
}
