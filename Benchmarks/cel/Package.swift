// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that neither `swift build` nor `swift test` of the main one knows of it.

let package = Package(
  name: "cel-benchmark",
  dependencies: [.package(name: "soat", path: "../..")],
  targets: [
    .executableTarget(
      name: "cel-bench",
      dependencies: [.product(name: "CEL", package: "soat")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
