// swift-tools-version: 6.2
import PackageDescription

// Order: the core that also builds for the browser, then what reads and writes around it, then the
// command, then what only tests use. Within a target: dependencies bottom-up. See
// Documentation/Modules.md for what each module holds and may import.

var strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
if Context.environment["SOAT_WARNINGS_AS_ERRORS"] != nil {
  strict.append(.treatAllWarnings(as: .error))
}

let package = Package(
  name: "soat",
  products: [
    .library(name: "CEL", targets: ["CEL"]),
    .library(name: "InspectionCore", targets: ["InspectionCore"]),
    .library(name: "ChecklistFormat", targets: ["ChecklistFormat"]),
    .library(name: "CheckPluginKit", targets: ["CheckPluginKit"]),
    .executable(name: "soat", targets: ["soat"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // The core: standard library only, so that it also compiles in Embedded Swift for wasm32.
    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "JSON", dependencies: ["Diagnostics"], swiftSettings: strict),
    .target(name: "CEL", dependencies: ["Diagnostics"], swiftSettings: strict),
    .target(
      name: "InspectionCore", dependencies: ["Diagnostics", "JSON", "CEL"], swiftSettings: strict),

    // Around the core.
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(
      name: "ChecklistFormat",
      dependencies: [
        "Diagnostics", "JSON", "CEL", "InspectionCore", "CLibYAML",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "Storage",
      dependencies: [
        "Diagnostics", "JSON", "InspectionCore", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .target(
      name: "Documents",
      dependencies: ["Diagnostics", "JSON", "InspectionCore", "CLibZip", "CExpat"],
      swiftSettings: strict),
    .target(
      name: "Workspace",
      dependencies: [
        "Diagnostics", "JSON", "InspectionCore", "ChecklistFormat", "Storage", "Documents",
      ],
      swiftSettings: strict),
    .target(name: "CPluginProcess"),
    .target(
      name: "PluginHost",
      dependencies: [
        "Diagnostics", "JSON", "CEL", "InspectionCore", "CPluginProcess",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(name: "CheckPluginKit", dependencies: ["JSON", "CEL"], swiftSettings: strict),
    .executableTarget(
      name: "personal-data", dependencies: ["CheckPluginKit", "JSON"],
      path: "Plugins/personal-data/Sources", swiftSettings: strict),
    .target(
      name: "RuleEngineWasm", dependencies: ["Diagnostics", "JSON", "CEL", "InspectionCore"],
      swiftSettings: strict),

    // The command.
    .executableTarget(
      name: "soat",
      dependencies: [
        "Diagnostics", "JSON", "CEL", "InspectionCore", "ChecklistFormat", "Storage", "Documents",
        "Workspace",
        "PluginHost",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Development: CEL's conformance cases, for its tests and as a command.
    .target(name: "CELConformance", dependencies: ["Diagnostics", "CEL"], swiftSettings: strict),
    .executableTarget(
      name: "cel-conformance", dependencies: ["CELConformance"], swiftSettings: strict),

    // Development: appends until it is killed, or as fast as it can, for the journal's tests.
    .executableTarget(
      name: "journal-exercise", dependencies: ["Storage", "InspectionCore", "JSON", "Diagnostics"],
      swiftSettings: strict),

    // Development: what the host of plugins costs a request, for Benchmarks/plugins.
    .executableTarget(
      name: "plugin-exercise",
      dependencies: ["PluginHost", "InspectionCore", "CEL", "JSON", "Diagnostics"],
      swiftSettings: strict),

    // Tests.
    .target(name: "TestSupport", dependencies: ["Diagnostics"], swiftSettings: strict),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "JSONTests", dependencies: ["JSON", "Diagnostics", "TestSupport"], swiftSettings: strict
    ),
    .testTarget(
      name: "CELTests", dependencies: ["CEL", "CELConformance", "Diagnostics", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "InspectionCoreTests",
      dependencies: ["InspectionCore", "CEL", "JSON", "Diagnostics", "TestSupport"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "ChecklistFormatTests",
      dependencies: [
        "ChecklistFormat", "InspectionCore", "CEL", "JSON", "Diagnostics", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Storage", "InspectionCore", "JSON", "Diagnostics", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DocumentsTests",
      dependencies: ["Documents", "InspectionCore", "Diagnostics", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WorkspaceTests",
      dependencies: [
        "Workspace", "Storage", "Documents", "ChecklistFormat", "InspectionCore", "CEL", "JSON",
        "Diagnostics", "TestSupport",
      ],
      exclude: ["Items/MailServer.py"], swiftSettings: strict),
    .testTarget(
      name: "ShippedPluginsTests",
      dependencies: ["personal-data", "CheckPluginKit", "JSON", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PluginHostTests",
      dependencies: [
        "PluginHost", "CheckPluginKit", "ChecklistFormat", "InspectionCore", "CEL", "JSON",
        "Diagnostics", "TestSupport",
      ],
      exclude: ["Hostile"], swiftSettings: strict),
    .testTarget(
      name: "SoatTests",
      dependencies: [
        "soat", "personal-data", "RuleEngineWasm", "ChecklistFormat", "InspectionCore", "JSON",
        "TestSupport",
      ],
      exclude: ["Golden"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
