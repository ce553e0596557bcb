import Model
import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes a run's reports: one to standard output, the others to files.
struct ReportOutput {
  private let configuration: Configuration
  private let inputs: InputList
  private let files: TemporaryFiles

  init(_ configuration: Configuration, _ inputs: InputList, _ files: TemporaryFiles) {
    self.configuration = configuration
    self.inputs = inputs
    self.files = files
  }

  /// - Returns: a line for each report that could not be written.
  func write(_ findings: [Finding], _ report: RunReport) -> [String] {
    let shown = findings.filter { $0.severity >= configuration.minimumSeverity }
    var failures: [String] = []
    // Files first: whoever closes standard output early still gets them.
    for output in configuration.outputs {
      guard let format = ReportFormats.format(named: output.format) else { continue }
      if isInput(output.path) {
        failures.append("\(output.path): the report would overwrite an input; nothing was written")
        continue
      }
      do throws(OutputError) {
        let file = try ReportFile(path: output.path, among: files)
        try write(format.init(options), shown, report) { bytes throws(OutputError) in try file.append(bytes) }
        try file.finish()
      } catch {
        failures.append("\(output.path): \(error.message)")
      }
    }
    if let format = ReportFormats.format(named: configuration.format) {
      do throws(OutputError) {
        try write(format.init(options), shown, report) { bytes throws(OutputError) in
          try StandardOutput.write(bytes)
        }
      } catch  where error.isClosedPipe {
        // The reader has seen enough.
      } catch {
        failures.append("standard output: \(error.message)")
      }
    }
    return failures
  }

  private func write(
    _ writer: any ReportWriter, _ findings: [Finding], _ report: RunReport,
    _ flush: ([UInt8]) throws(OutputError) -> Void
  ) throws(OutputError) {
    var writer = writer
    var bytes: [UInt8] = []
    writer.begin(report, into: &bytes)
    for finding in findings {
      writer.write(finding, into: &bytes)
      if bytes.count >= Self.flushLength {
        try flush(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    writer.end(report, into: &bytes)
    try flush(bytes)
  }

  private var options: ReportOptions {
    var options = ReportOptions()
    options.isForExcel = configuration.isForExcel
    options.delimiter = configuration.delimiter
    return options
  }

  private static let flushLength = 256 << 10

  private func isInput(_ path: String) -> Bool {
    guard let status = InputList.status(InputPath(path)) else { return false }
    let identity = InputList.identity(status)
    return inputs.paths.contains { input in
      let other = input == .standardInput ? InputList.standardInputFile : InputList.status(input)
      return other.map { InputList.identity($0) == identity } ?? false
    }
  }
}
