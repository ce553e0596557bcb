import ArgumentParser
import Engine
import Model

struct AnalyzeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze", abstract: "Read logs, run the detectors, write reports (the default).")

  @OptionGroup var options: RunOptions

  mutating func run() async throws {
    let configuration = try options.configuration()
    if configuration.paths.isEmpty, options.inputs.filesFrom == nil { throw CleanExit.helpRequest(Convolint.self) }
    let progress = ProgressLine(mode: options.progress, isQuiet: options.quiet)
    let files = TemporaryFiles()
    let interruption = Interruption(removing: files)
    let run = try Run(configuration, files: files) { done, count in progress.show(done, of: count) }
    let result = await run()
    progress.clear()
    report(result, configuration)
    // With all facts still there: to give them back one by one would take longer than to write the report.
    withExtendedLifetime((result, interruption)) { Tool.end(result.exitCode) }
  }

  /// Says on standard error what a person must know even where the report goes elsewhere.
  private func report(_ result: RunResult, _ configuration: Configuration) {
    let lines = ErrorLines(color: options.color)
    for failure in result.failures { lines.say(failure) }
    if options.quiet { return }
    ProblemLines.say(result.report.inputs, all: options.verbose, lines)
    if configuration.format != "text" {
      for notice in result.requestNotices { lines.say(notice) }
    }
    let unread = result.report.inputs.reduce(0) { sum, input in
      sum + input.problemCounts.reduce(0) { $0 + ($1.key.endsInput ? 0 : $1.value) }
    }
    if unread > 0, !options.verbose, configuration.format != "text" {
      let records = unread == 1 ? "1 record" : "\(unread) records"
      lines.say("\(records) could not be read; -v lists them")
    }
  }
}
