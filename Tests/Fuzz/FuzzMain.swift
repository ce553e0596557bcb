@testable import Ingest

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// What libFuzzer calls: it owns `main` and the arguments, so the target is named by the environment.
///
/// `CONVOLINT_FUZZ` is a target's name, or `targets` or `words`, which print the targets and the fuzzer's dictionary.
enum FuzzMain {
  static let target: FuzzTarget? = {
    let name = value("CONVOLINT_FUZZ")
    return FuzzTarget.all.first { $0.name == name }
  }()

  /// Values in the text of a layout's records are worth more than bytes.
  static let mutatesValues = target?.name.hasPrefix("layout-") == true

  fileprivate static func value(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }

  fileprivate static func start() {
    switch value("CONVOLINT_FUZZ") {
    case "targets":
      for target in FuzzTarget.all { print(target.name) }
      exit(0)
    case "words":
      for word in JSONMutator.words { print("\"\(word)\"") }
      exit(0)
    case let name:
      if target == nil {
        print("fuzz: no target is named \"\(name)\"")
        exit(64)
      }
    }
  }
}

@_cdecl("LLVMFuzzerInitialize")
public func initializeFuzzer(
  _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutableRawPointer
) -> Int32 {
  FuzzMain.start()
  return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do throws(BrokenLaw) {
    try FuzzMain.target?.check(FuzzInput(bytes, isThorough: false))
  } catch {
    print("fuzz: \(error)")
    fflush(nil)
    abort()
  }
  return 0
}

/// libFuzzer's own changes of bytes.
@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int) -> Int

@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32) -> Int {
  guard FuzzMain.mutatesValues, seed % 4 != 0 else { return mutateBytes(start, count, limit) }
  var mutator = JSONMutator(Array(UnsafeBufferPointer(start: start, count: count)), seed: seed)
  guard let changed = mutator.changed(), changed.count <= limit else { return mutateBytes(start, count, limit) }
  for (index, byte) in changed.enumerated() { start[index] = byte }
  return changed.count
}
