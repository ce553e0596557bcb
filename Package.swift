// swift-tools-version:6.2
import PackageDescription

/// What every target is held to: Swift 6 mode comes with the tools version; a warning is an error.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Ingest reads hostile bytes: every unsafe expression is marked, and a record is a span that cannot outlive its buffer.
let strictBytes: [SwiftSetting] = strict + [.strictMemorySafety(), .enableExperimentalFeature("Lifetimes")]

let package = Package(
  name: "convolint",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "convolint", targets: ["convolint"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "Model", swiftSettings: strict),
    .target(name: "CScan"),
    .target(name: "Ingest", dependencies: ["Model", "CZlib", "CScan"], swiftSettings: strictBytes),
    .target(name: "Detection", dependencies: ["Model"], swiftSettings: strict),
    .target(name: "Reporting", dependencies: ["Model"], swiftSettings: strict),
    .target(
      name: "Engine",
      dependencies: ["Model", "Ingest", "Detection", "Reporting", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .executableTarget(
      name: "convolint",
      dependencies: ["Engine", "Model", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Model", "Detection"], path: "Tests/TestSupport", swiftSettings: strict),
    .target(name: "AllocationCount", path: "Tests/AllocationCount"),
    .testTarget(name: "ModelTests", dependencies: ["Model", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "IngestTests", dependencies: ["Ingest", "Model", "CZlib", "TestSupport", "AllocationCount"],
      swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
    .testTarget(name: "DetectionTests", dependencies: ["Detection", "Model", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "ReportingTests", dependencies: ["Reporting", "Model"], swiftSettings: strict),
    .testTarget(
      name: "EngineTests", dependencies: ["Engine", "Detection", "Ingest", "Model", "Reporting", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["convolint", "Engine"], exclude: ["Cases"], swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", dependencies: [], swiftSettings: strict),
  ]
)
