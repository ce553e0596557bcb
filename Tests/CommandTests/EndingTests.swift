import Engine
import Foundation
import Testing

@testable import convolint

/// How a command ends, whatever it throws: 1 says that there are findings, and must never say anything else.
struct EndingTests {
  private struct Unexpected: Error {}

  private struct Described: LocalizedError {
    var errorDescription: String? { "the disk is on fire" }
  }

  private struct Coded: CustomNSError {
    var errorCode: Int { 1 }
  }

  private static let unexpected: [any Error & Sendable] = [
    Unexpected(), Described(), Coded(), CancellationError(), POSIXError(.EIO), POSIXError(.EPERM),
    CocoaError(.fileNoSuchFile),
    DecodingError.dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: "no JSON")),
  ]

  @Test(arguments: unexpected.indices)
  func theUnexpectedEndsWithTwo(index: Int) {
    let ending = Tool.ending(of: Self.unexpected[index])
    #expect(ending.code == ExitCode.incomplete)
    #expect(ending.message.hasPrefix("convolint: something unexpected went wrong: "))
    #expect(!ending.message.contains("\n"))
  }

  @Test func wrongSettingsEndWithSixtyFour() {
    let ending = Tool.ending(of: ConfigurationError("c.yml:1: no such key \u{1B}[31m"))
    #expect(ending.code == ExitCode.usage)
    #expect(ending.message == #"convolint: c.yml:1: no such key \u{1b}[31m"#)
  }

  @Test func theProcessEndsThatWay() async {
    await #expect(processExitsWith: .exitCode(2)) { await Tool.run { throw Unexpected() } }
    await #expect(processExitsWith: .exitCode(64)) { await Tool.run { throw ConfigurationError("wrong") } }
    await #expect(processExitsWith: .exitCode(0)) { await Tool.run {} }
  }
}
