import Foundation

/// What a command gave: its exit status, its output, and the files that it wrote or changed; nil for one it removed.
struct GoldenOutcome: Equatable {
  var status: String
  var parts: [String: Data?]

  /// Where this and another differ, a few lines of each part.
  func difference(to found: GoldenOutcome) -> String {
    var lines: [String] = []
    if status != found.status { lines += ["status: expected \(status), found \(found.status)"] }
    for name in Set(parts.keys).union(found.parts.keys).sorted() {
      switch (parts[name] ?? nil, found.parts[name] ?? nil) {
      case (let one?, let other?) where one != other:
        lines += ["\(name):"] + Self.difference(Self.lines(one), Self.lines(other))
      case (nil, let other?):
        lines += ["\(name): not expected, but there:"] + Self.lines(other).prefix(5).map { "  + \($0)" }
      case (_?, nil): lines += ["\(name): expected, but not there"]
      default: break
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func lines(_ data: Data) -> [Substring] {
    String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Lines that only one side has, the first few of them.
  private static func difference(_ expected: [Substring], _ found: [Substring]) -> [String] {
    let changes = found.difference(from: expected)
    let shown = (changes.removals.prefix(8) + changes.insertions.prefix(8)).map { change in
      switch change {
      case .remove(let offset, let line, _): "  - \(offset + 1): \(visible(line))"
      case .insert(let offset, let line, _): "  + \(offset + 1): \(visible(line))"
      }
    }
    return shown + (changes.count > shown.count ? ["  … \(changes.count - shown.count) more"] : [])
  }

  private static func visible(_ line: Substring) -> String {
    let text = line.unicodeScalars.map { $0.value < 0x20 ? "\\u{\(String($0.value, radix: 16))}" : String($0) }.joined()
    return text.count > 400 ? "\(text.prefix(400))…" : text
  }
}
