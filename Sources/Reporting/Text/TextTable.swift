/// Rows of cells that become aligned columns, two spaces apart.
struct TextTable {
  enum Alignment { case left, right }

  /// A longer cell is cut, so that one hostile name does not push all columns off the screen.
  static let widestCell = 48

  private let alignments: [Alignment]
  private var rows: [[String]]

  init(_ header: [(title: String, alignment: Alignment)]) {
    alignments = header.map(\.alignment)
    rows = [header.map(\.title)]
  }

  /// - Parameter cells: as many as the header has; all but the last are cut where they are too wide.
  mutating func add(_ cells: [String]) {
    precondition(cells.count == alignments.count)
    rows.append(cells.dropLast().map(Self.clipped) + cells.suffix(1))
  }

  /// Each row as what stands before its last cell, and the last cell.
  var aligned: [(head: String, last: String)] {
    let columns = alignments.indices.dropLast()
    let widths = columns.map { column in rows.map { Self.width($0[column]) }.max() ?? 0 }
    return rows.map { row in
      let head = columns.map { column in
        let padding = String(repeating: " ", count: widths[column] - Self.width(row[column]))
        return alignments[column] == .left ? row[column] + padding + "  " : padding + row[column] + "  "
      }
      return (head.joined(), row.last ?? "")
    }
  }

  static func clipped(_ text: String) -> String {
    let visible = VisibleText.of(text)
    if width(visible) <= widestCell { return visible }
    return String(String.UnicodeScalarView(visible.unicodeScalars.prefix(widestCell - 3))) + "..."
  }

  /// Scalars, not characters: any number of combining marks makes one character.
  private static func width(_ text: String) -> Int { text.unicodeScalars.count }
}
