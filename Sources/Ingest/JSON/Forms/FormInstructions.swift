import CScan

/// By which instructions texts are matched against forms. All give the same answers.
enum FormInstructions: Int32, CaseIterable {
  /// Plain Swift, on any processor.
  case portable = -1
  case sse2, avx2, avx512

  /// The best that this processor has.
  static let best = allCases.last { $0.isAvailable } ?? .portable

  var isAvailable: Bool { unsafe self == .portable || kernel.match != nil }

  /// Of nulls for plain Swift, and where the processor has not got the instructions.
  @unsafe
  var kernel: cscan_kernel { cscan_find_kernel(rawValue) }
}
