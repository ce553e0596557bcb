/// A law that some input broke: the target's finding.
struct BrokenLaw: Error, CustomStringConvertible {
  let description: String

  static func unless(_ holds: Bool, _ law: @autoclosure () -> String) throws(BrokenLaw) {
    if !holds { throw BrokenLaw(description: law()) }
  }
}
