#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output, written to as reports are.
public enum StandardOutput {
  /// - Throws: where it cannot be written; a reader that has gone is told apart.
  public static func write(_ bytes: [UInt8]) throws(OutputError) { try ReportFile.put(bytes, to: STDOUT_FILENO) }
}
