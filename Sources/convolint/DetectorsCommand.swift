import ArgumentParser
import Engine

struct DetectorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detectors", abstract: "List the detectors: what each finds, from which inputs, and its settings.")

  func run() throws { try Tool.print(DetectorPages.list) }
}
