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
    // So is a file that may not grow any more.
    signal(SIGXFSZ, SIG_IGN)
    occupyStandardDescriptors()
    do {
      try await command()
      exit(ExitCode.success)
    } catch {
      let ending = ending(of: error)
      guard !ending.message.isEmpty else { exit(ending.code) }
      let isWritten = say(ending.message, to: ending.code == 0 ? STDOUT_FILENO : STDERR_FILENO)
      exit(isWritten ? ending.code : max(ending.code, ExitCode.incomplete))
    }
  }

  /// Ends the process where it stands.
  static func end(_ code: Int32) -> Never { exit(code) }

  /// A file opened while one of the three was closed would take its place, and a report might go into an input.
  private static func occupyStandardDescriptors() {
    while true {
      let descriptor = open("/dev/null", O_RDWR)
      if descriptor > STDERR_FILENO || descriptor < 0 {
        if descriptor >= 0 { close(descriptor) }
        return
      }
    }
  }

  /// What to say of an error, and the code to exit with: 0 for help, 64 for a wrong command line or configuration, a code
  /// that a command gave, and 2 for everything unexpected: 1 would read as findings.
  static func ending(of error: any Error) -> (message: String, code: Int32) {
    if let error = error as? ConfigurationError { return ("convolint: \(visible(error.description))", ExitCode.usage) }
    // What a command refuses while it runs; the parser would add the usage of the wrong command.
    if let error = error as? ValidationError { return ("convolint: \(visible(error.message))", ExitCode.usage) }
    if let code = error as? ArgumentParser.ExitCode { return ("", code.rawValue) }
    switch Convolint.exitCode(for: error) {
    case .success: return (Convolint.fullMessage(for: error), ExitCode.success)
    case .validationFailure: return (visible(Convolint.fullMessage(for: error), keepingLines: true), ExitCode.usage)
    default:
      return ("convolint: something unexpected went wrong: \(visible("\(error)"))", ExitCode.incomplete)
    }
  }

  /// Prints a page that a command was asked for.
  /// - Throws: exit code 2 where it cannot be written; a reader that has seen enough is no error.
  static func print(_ page: String) throws {
    if !say(page, to: STDOUT_FILENO) {
      say("convolint: standard output cannot be written", to: STDERR_FILENO)
      throw ArgumentParser.ExitCode(ExitCode.incomplete)
    }
  }

  /// - Returns: false where it cannot be written, other than to a closed pipe.
  @discardableResult
  static func say(_ text: String, to descriptor: Int32) -> Bool {
    var text = text + "\n"
    return text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        if count < 0, errno != EINTR { return errno == EPIPE }
        written += max(count, 0)
      }
      return true
    }
  }

  /// File names and messages may hold control characters, which must not reach a terminal.
  static func visible(_ text: String, keepingLines: Bool = false) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      let category = scalar.properties.generalCategory
      let isHidden = category == .control || category == .format
      if keepingLines, scalar == "\n" {
        result += "\n"
        return
      }
      result += isHidden ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }
  }
}
