import Model

/// The moments of a history element; the number is preferred to the text, for the two differ in real data.
struct Moment {
  private(set) var time, started, ended: Timestamp?

  init(_ record: JSONRecord, _ node: JSONNode) {
    var time: JSONNode?
    var timeL: JSONNode?
    var startTime: JSONNode?
    var startTimeL: JSONNode?
    var endTime: JSONNode?
    var endTimeL: JSONNode?
    var members = record.members(node)
    while let (key, value, _) = members.nextMember(in: record) {
      switch key {
      case .time: time = value
      case .timeL: timeL = value
      case .startTime: startTime = value
      case .startTimeL: startTimeL = value
      case .endTime: endTime = value
      case .endTimeL: endTimeL = value
      default: break
      }
    }
    self.time = record.timestamp(timeL) ?? record.timestamp(time)
    started = record.timestamp(startTimeL) ?? record.timestamp(startTime)
    ended = record.timestamp(endTimeL) ?? record.timestamp(endTime)
  }
}
