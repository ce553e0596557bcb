import ArgumentParser
import Engine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of the JSON report, or of the configuration file.")

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case report, config
  }

  @Argument(help: "What the schema is of: report, config.")
  var subject: Subject

  func run() throws {
    let text =
      switch subject {
      case .report: ReportSchema.text
      case .config: ConfigurationSchema.text
      }
    try Tool.print(text)
  }
}
