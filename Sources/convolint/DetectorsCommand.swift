import ArgumentParser
import Engine

struct DetectorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detectors", abstract: "List the detectors: what each finds, from which inputs, and its settings.")

  func run() throws { try Tool.print(DetectorPages.list) }
}

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell all about one detector: symptom, causes, evidence, settings, remedy.")

  @Argument(help: "The detector's id, as `convolint detectors` lists it.")
  var detector: String

  func run() throws {
    guard let page = DetectorPages.page(detector) else {
      throw ValidationError(
        "There is no detector '\(detector)'; there are: \(DetectorPages.ids.joined(separator: ", ")).")
    }
    try Tool.print(page)
  }
}
