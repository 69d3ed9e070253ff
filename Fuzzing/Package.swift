// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that neither `swift build` nor `swift test` of the main one knows of it.
// Scripts/fuzz builds it, with the sanitizers; see Documentation/Fuzzing.md.

let package = Package(
  name: "soat-fuzzing",
  dependencies: [.package(name: "soat", path: "..")],
  targets: [
    .executableTarget(
      name: "soat-fuzz",
      dependencies: [
        .product(name: "CEL", package: "soat"),
        .product(name: "InspectionCore", package: "soat"),
        .product(name: "ChecklistFormat", package: "soat"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
