/// A plugin to start from.
package struct NewPlugin {
  /// A file of it.
  package struct File: Sendable {
    /// The path in its folder.
    package let path: String
    /// What it holds.
    package let text: String
  }

  /// The languages there is a beginning in.
  package enum Language: String, CaseIterable, Sendable {
    case python
    case swift
    case wasm
  }

  /// The files.
  package let files: [File]
  /// The commands that build it, where it is built.
  package let build: [String]

  /// - Parameter name: the plugin's name, lower-case words joined by `-`.
  package init(_ name: String, in language: Language) {
    let example = File(path: "examples/enough.json", text: NewPlugin.example)
    switch language {
    case .python:
      files = [
        File(path: "plugin.yaml", text: NewPlugin.manifest(name, "python", "check.py")),
        File(path: "check.py", text: NewPlugin.python(name)), example,
      ]
      build = []
    case .swift:
      files = [
        File(path: "plugin.yaml", text: NewPlugin.manifest(name, "executable", "bin/\(name)")),
        File(path: "Package.swift", text: NewPlugin.package(name)),
        File(path: "Sources/\(name)/main.swift", text: NewPlugin.swift(name)), example,
      ]
      build = [
        "swift build -c release --static-swift-stdlib",
        "mkdir -p bin && cp .build/release/\(name) bin/",
      ]
    case .wasm:
      files = [
        File(path: "plugin.yaml", text: NewPlugin.manifest(name, "wasm", "\(name).wasm")),
        File(path: "check.c", text: NewPlugin.c(name)), example,
      ]
      build = [
        // The runtime of Debian's compiler by its path, so that any clang finds it.
        "clang --target=wasm32-wasi --sysroot=/usr -O2 -nodefaultlibs check.c -lc "
          + "$(find /usr/lib -name libclang_rt.builtins-wasm32.a | head -n 1) -o \(name).wasm"
      ]
    }
  }
}
