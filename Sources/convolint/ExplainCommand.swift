import ArgumentParser
import Engine
import Model

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Tell all about one detector, or about one conversation: what happened, and why each detector fired or not.",
    usage: """
      convolint explain <detector>
      convolint explain --conversation <id> [<path> ...] [<options>]
      """,
    discussion: """
      Of a detector: symptom, causes, evidence, settings, remedy. Of a conversation: its timeline (never text), and what \
      each detector found, what held a finding back, or why it could not tell. The paths are read whole, as `analyze` \
      reads them: rates, and who is a bot, come from all that was read.
      """)

  @Option(help: "Explain this conversation, by its id or the id of one of its dialogs.")
  var conversation: String?

  @OptionGroup var inputs: InputOptions

  @OptionGroup var judging: JudgingOptions

  @Option(
    name: .customLong("as-of"), help: "When the export was taken: where the log ends (default: newest time in it).")
  var asOf: String?

  @Option(help: "Show progress on standard error: auto, always, never.")
  var progress: Showing = .auto

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but what cannot be written.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "List every problem on standard error.")
  var verbose = false

  func validate() throws {
    if conversation != nil {
      if let detector = inputs.paths.first(where: { DetectorPages.ids.contains($0) && access($0, F_OK) != 0 }) {
        throw ValidationError(
          "A detector or a conversation, not both: --detector \(detector) tells only of that detector.")
      }
      return
    }
    guard let detector = inputs.paths.first else {
      throw ValidationError("What is to be explained? A detector's id is wanted, or --conversation <id>.")
    }
    guard DetectorPages.ids.contains(detector) else {
      throw ValidationError(
        "There is no detector '\(detector)'; there are: \(DetectorPages.ids.joined(separator: ", ")).")
    }
    if inputs.paths.count > 1 {
      throw ValidationError("One detector at a time; what became of a conversation is told by --conversation <id>.")
    }
  }

  mutating func run() async throws {
    if let conversation {
      try await explain(conversation: conversation)
    } else if let page = inputs.paths.first.flatMap({ DetectorPages.page($0) }) {
      try Tool.print(page)
    }
  }

  private func explain(conversation: String) async throws {
    var configuration = try judging.configuration()
    try inputs.apply(to: &configuration)
    try judging.apply(to: &configuration)
    configuration.asOf = try asOf.map { try RunOptions.time($0, "--as-of", configuration) }
    if configuration.paths.isEmpty, inputs.filesFrom == nil { throw CleanExit.helpRequest(Self.self) }
    let progress = ProgressLine(mode: progress, isQuiet: quiet)
    let run = try ExplanationRun(configuration, conversation: conversation) { done, count in
      progress.show(done, of: count)
    }
    let result = await run()
    progress.clear()
    let lines = ErrorLines(color: .auto)
    if !quiet { ProblemLines.say(result.inputs, all: verbose, lines) }
    guard let page = result.page else {
      lines.say("no conversation '\(conversation)' in what was read")
      throw ArgumentParser.ExitCode(result.exitCode)
    }
    do throws(OutputError) {
      try StandardOutput.write(page)
    } catch  where error.isClosedPipe {
      // The reader has seen enough.
    } catch {
      lines.say("standard output: \(error.message)")
      throw ArgumentParser.ExitCode(ExitCode.incomplete)
    }
    throw ArgumentParser.ExitCode(result.exitCode)
  }
}
