import Dispatch
import Engine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ends the process as a signal asks for it, at once, after its unfinished reports are removed.
///
/// The process ends by the signal itself, so that a shell knows why. It listens as long as it is kept.
struct Interruption {
  private let sources: [any DispatchSourceSignal]

  init(removing files: TemporaryFiles) {
    let queue = DispatchQueue(label: "interruption", qos: .userInteractive)
    sources = [SIGINT, SIGTERM, SIGHUP].compactMap { number in
      if Self.isIgnored(number) { return nil }
      #if canImport(Darwin)
        // There a source hears of a signal beside its action, which must not end the process first.
        signal(number, SIG_IGN)
      #endif
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { files.removeAll { Self.end(by: number) } }
      source.resume()
      return source
    }
  }

  /// Whoever started the command so (`nohup`, a shell's background job) wants it to go on.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func end(by number: Int32) {
    signal(number, SIG_DFL)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
    _exit(128 + number)
  }
}
