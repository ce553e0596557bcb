import Model

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What could not be read, on standard error: a line for each problem that ends an input, or for every problem.
enum ProblemLines {
  static func say(_ inputs: [InputSummary], all: Bool) {
    for input in inputs {
      for problem in input.problems where problem.kind.endsInput || all {
        Tool.say("convolint: \(Tool.visible(line(problem, input.path)))", to: STDERR_FILENO)
      }
    }
  }

  private static func line(_ problem: Problem, _ path: String) -> String {
    let record = problem.record.map { ":\($0)" } ?? ""
    let byte = problem.byteOffset.map { " (byte \($0))" } ?? ""
    return "\(path)\(record)\(byte): \(problem.kind.rawValue): \(problem.message)"
  }
}
