import ArgumentParser
import Engine

/// The command: arguments in, exit code out.
@main
struct Convolint: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convolint",
    abstract: "Finds bot problems in exported conversation logs of LivePerson's messaging platform.",
    discussion: """
      Examples:
        convolint exports/                                  a summary of a night of exports
        convolint exports/ -o findings.csv -o report.json   the same, and two reports
        zcat events.ndjson.gz | convolint -f csv | head     from a pipe, into a pipe
        convolint exports/ --fail-on warning                in a CI job: exit 1 if there are findings
        convolint inspect export.json                       what is in a file, and what can be found in it
        convolint explain bot-first-message                 what a detector finds, and what to do
        convolint explain --conversation <id> exports/      what happened in it, and why each detector fired or not

      Exit codes: 0 done; 1 findings at or above --fail-on; 2 the run is incomplete (an input or a report is missing \
      or damaged); 64 the command line or a settings file is wrong.
      """,
    version: toolVersion,
    subcommands: [
      AnalyzeCommand.self, InspectCommand.self, DetectorsCommand.self, ExplainCommand.self, SchemaCommand.self,
    ],
    defaultSubcommand: AnalyzeCommand.self)

  static func main() async {
    await Tool.run {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    }
  }
}
