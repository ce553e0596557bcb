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

  /// Makes the report of standard output beside the files, where there are workers for it.
  /// - Returns: a line for each report that could not be written.
  func write(_ findings: [Finding], _ report: RunReport) async -> [String] {
    let filing = Task { await writeFiles(findings, report) }
    if configuration.jobs < 2 { _ = await filing.value }
    guard let format = ReportFormats.format(named: configuration.format) else { return await filing.value }
    do throws(OutputError) {
      try await write(format.init(options), findings, report) { bytes throws(OutputError) in
        // Files first: whoever closes standard output early still gets them.
        _ = await filing.value
        try StandardOutput.write(bytes)
      }
    } catch  where error.isClosedPipe {
      // The reader has seen enough.
    } catch {
      return await filing.value + ["standard output: \(error.message)"]
    }
    return await filing.value
  }

  private func writeFiles(_ findings: [Finding], _ report: RunReport) async -> [String] {
    var failures: [String] = []
    for output in configuration.outputs {
      guard let format = ReportFormats.format(named: output.format) else { continue }
      if isInput(output.path) {
        failures.append("\(output.path): the report would overwrite an input; nothing was written, name another file")
        continue
      }
      do throws(OutputError) {
        let file = try ReportFile(path: output.path, among: files)
        try await write(format.init(options), findings, report) { bytes throws(OutputError) in try file.append(bytes) }
        try file.finish()
      } catch {
        failures.append("\(output.path): \(error.message)")
      }
    }
    return failures
  }

  private func write(
    _ writer: any ReportWriter, _ findings: [Finding], _ report: RunReport,
    _ flush: ([UInt8]) async throws(OutputError) -> Void
  ) async throws(OutputError) {
    var writer = writer
    var bytes: [UInt8] = []
    writer.begin(report, into: &bytes)
    for finding in findings where finding.severity >= configuration.minimumSeverity {
      writer.write(finding, into: &bytes)
      if bytes.count >= Self.flushLength {
        try await flush(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    writer.end(report, into: &bytes)
    try await flush(bytes)
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
    return (inputs.paths + configuration.instructions).contains { input in
      let other = input == .standardInput ? InputList.standardInputFile : InputList.status(input)
      return other.map { InputList.identity($0) == identity } ?? false
    }
  }
}
