import Model

/// What could not be read, on standard error: a line for each problem that ends an input, or for every problem.
enum ProblemLines {
  static func say(_ inputs: [InputSummary], all: Bool, _ lines: ErrorLines) {
    for input in inputs {
      for problem in input.problems where problem.kind.endsInput || all {
        lines.say(line(problem, input.path))
      }
    }
  }

  private static func line(_ problem: Problem, _ path: String) -> String {
    let record = problem.record.map { ":\($0)" } ?? ""
    let byte = problem.byteOffset.map { " (byte \($0))" } ?? ""
    return "\(path)\(record)\(byte): \(problem.kind.rawValue): \(problem.message)"
  }
}
