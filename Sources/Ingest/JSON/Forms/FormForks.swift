import CScan

/// The steps that may stand at one place: a few are tried one after the other; of more, a byte in which they differ chooses.
///
///     "}],"dialogs":[{"dialogId":"
///     "}],"brandId":"
///     "},{"id":"
///       the third byte tells the last of these from the others, the sixth the others
extension FormGraph {
  private static let fewSteps = 4
  private static let choiceLimit = 256
  /// So many bytes of their texts are looked at. Of long ones that each differ at a place of their own, each byte would tell no more than one.
  private static let tellingLimit = 128

  /// Has a step stand among those that may follow another.
  /// - Returns: false where there is no room for it.
  mutating func connect(_ place: UInt32, _ step: UInt32) -> Bool {
    var (choices, forks): ([UInt32], [UInt32]) = ([], [])
    unsafe visit(firstEdges[Int(place)]) { edge, isFork in
      if isFork { forks.append(edge) } else { choices.append(edge) }
    }
    guard choices.count < Self.choiceLimit, let new = edge(to: step) else { return false }
    for fork in forks { free(fork) }
    let first = arrange(choices + [new])
    unsafe firstEdges[Int(place)] = first
    unsafe graph.pointee.steps[Int(place)].next = graph.pointee.edges[Int(first)].step
    unsafe graph.pointee.steps[Int(place)].others = graph.pointee.edges[Int(first)].other
    return true
  }

  private func visit(_ first: UInt32, _ body: (_ edge: UInt32, _ isToFork: Bool) -> Void) {
    var edge = first
    while edge != 0 {
      let step = unsafe graph.pointee.steps[Int(graph.pointee.edges[Int(edge)].step)]
      let isFork = Int(step.value) == CSCAN_FORK
      body(edge, isFork)
      if isFork {
        for way in 0..<Int(CSCAN_WAYS) { unsafe visit(graph.pointee.ways[Int(step.text) + way], body) }
      }
      edge = unsafe graph.pointee.edges[Int(edge)].other
    }
  }

  /// - Returns: the first of the edges, or that to the fork which leads to them; 0 where there are none.
  private mutating func arrange(_ choices: [UInt32]) -> UInt32 {
    if choices.count > Self.fewSteps, let (offset, groups) = tellingByte(of: choices), let first = edgeToFork() {
      let fork = unsafe Int(graph.pointee.edges[Int(first)].step)
      unsafe graph.pointee.steps[fork].length = UInt32(offset)
      for (way, group) in groups.enumerated() {
        unsafe graph.pointee.ways[Int(graph.pointee.steps[fork].text) + way] = arrange(group)
      }
      return first
    }
    // Longer texts stand first: a shorter one that fits too is the beginning of something else.
    let ordered = choices.sorted { (length(of: $0), $1) > (length(of: $1), $0) }
    for (edge, other) in zip(ordered, ordered.dropFirst() + [0]) { unsafe graph.pointee.edges[Int(edge)].other = other }
    return ordered.first ?? 0
  }

  /// The byte that tells most of some steps apart, and those that go each way; nil where none tells any.
  private mutating func tellingByte(of choices: [UInt32]) -> (offset: Int, groups: [[UInt32]])? {
    let shortest = min(Self.tellingLimit, choices.map { length(of: $0) }.min() ?? 0)
    comparisons += shortest * choices.count
    var best: (offset: Int, comparisons: Int)?
    for offset in 0..<shortest {
      var sizes = [Int](repeating: 0, count: Int(CSCAN_WAYS))
      for edge in choices { sizes[way(offset, to: edge)] += 1 }
      let comparisons = sizes.reduce(0) { $0 + $1 * $1 }
      if comparisons < best?.comparisons ?? (choices.count * choices.count) { best = (offset, comparisons) }
    }
    guard let offset = best?.offset else { return nil }
    var groups = [[UInt32]](repeating: [], count: Int(CSCAN_WAYS))
    for edge in choices { groups[way(offset, to: edge)].append(edge) }
    return (offset, groups)
  }

  private func length(of edge: UInt32) -> Int {
    unsafe Int(graph.pointee.steps[Int(graph.pointee.edges[Int(edge)].step)].length)
  }

  private func way(_ offset: Int, to edge: UInt32) -> Int {
    let step = unsafe graph.pointee.steps[Int(graph.pointee.edges[Int(edge)].step)]
    return unsafe Int(cscan_way(graph.pointee.texts[Int(step.text) + offset]))
  }
}
