import ArgumentParser
import Engine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Tell what is in files: layouts, records, accounts, bots, channels, times, problems.")

  @OptionGroup var inputs: InputOptions

  @Option(
    name: [.customShort("f", allowingJoined: true), .long], help: "What goes to standard output: text, json.",
    transform: Self.format)
  var format = Inspection.Format.text

  private static func format(_ name: String) throws -> Inspection.Format {
    guard let format = Inspection.Format(rawValue: name) else {
      throw ValidationError("There is no format '\(name)'; there are: text, json.")
    }
    return format
  }

  mutating func run() async throws {
    var configuration = Configuration()
    try inputs.apply(to: &configuration)
    if configuration.paths.isEmpty, inputs.filesFrom == nil { throw CleanExit.helpRequest(Self.self) }
    let inspection = try Inspection(configuration)
    var failure: OutputError?
    let code = await inspection(format) { bytes in
      do throws(OutputError) {
        try StandardOutput.write(bytes)
        return true
      } catch {
        failure = error
        return false
      }
    }
    if let failure, !failure.isClosedPipe {
      Tool.say("convolint: standard output: \(Tool.visible(failure.message))", to: STDERR_FILENO)
      throw ArgumentParser.ExitCode(ExitCode.incomplete)
    }
    throw ArgumentParser.ExitCode(code)
  }
}
