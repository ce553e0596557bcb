import ArgumentParser
import Engine

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Runs a command to its exit code, whatever it throws.
enum Tool {
  static func run(_ command: @Sendable () async throws -> Void) async -> Never {
    // A closed pipe is noticed where it is written to.
    signal(SIGPIPE, SIG_IGN)
    do {
      try await command()
      exit(ExitCode.success)
    } catch {
      let ending = ending(of: error)
      if !ending.message.isEmpty { say(ending.message, to: ending.code == 0 ? STDOUT_FILENO : STDERR_FILENO) }
      exit(ending.code)
    }
  }

  /// What to say of an error, and the code to exit with: 0 for help, 64 for a wrong command line or configuration, a code
  /// that a command gave, and 2 for everything unexpected: 1 would read as findings.
  static func ending(of error: any Error) -> (message: String, code: Int32) {
    if let error = error as? ConfigurationError { return ("convolint: \(visible(error.description))", ExitCode.usage) }
    if let code = error as? ArgumentParser.ExitCode { return ("", code.rawValue) }
    switch Convolint.exitCode(for: error) {
    case .success: return (Convolint.fullMessage(for: error), ExitCode.success)
    case .validationFailure: return (Convolint.fullMessage(for: error), ExitCode.usage)
    default:
      return ("convolint: something unexpected went wrong: \(visible("\(error)"))", ExitCode.incomplete)
    }
  }

  static func say(_ text: String, to descriptor: Int32) {
    var text = text + "\n"
    text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        if count < 0, errno != EINTR { return }
        written += max(count, 0)
      }
    }
  }

  /// File names and messages may hold control characters, which must not reach a terminal.
  static func visible(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      let isHidden = scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
      result += isHidden ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }
  }
}
