// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that neither `swift build` nor `swift test` of the main one knows of it.
// Run: swift run -c release --package-path Benchmarks/assess assess

let package = Package(
  name: "soat-assess-benchmark",
  dependencies: [.package(name: "soat", path: "../..")],
  targets: [
    .executableTarget(
      name: "assess",
      dependencies: [
        .product(name: "InspectionCore", package: "soat"),
        .product(name: "ChecklistFormat", package: "soat"),
        .product(name: "CEL", package: "soat"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
