import Foundation
import Testing

/// Validates YAML files against JSON Schemas with readers that are none of ours: Debian's
/// python3-yaml and python3-jsonschema.
enum SchemaValidator {
  /// What is wrong with each file; nil where it is valid.
  static func problems(
    _ files: [(file: String, schema: String)]
  ) throws -> [String?] {
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let jobs = scratch.appending(path: "jobs")
    let output = scratch.appending(path: "output")
    let errors = scratch.appending(path: "errors")
    try Data(files.map { $0.file + "\t" + $0.schema }.joined(separator: "\n").utf8).write(to: jobs)
    for file in [output, errors] { try Data().write(to: file) }

    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-W", "ignore", "-c", program, jobs.path]
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    let complaint = try String(contentsOf: errors, encoding: .utf8)
    try #require(
      process.terminationStatus == 0,
      "apt-get install -y python3-yaml python3-jsonschema\n\(complaint)")
    let lines = try String(contentsOf: output, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    try #require(lines.count == files.count)
    return lines.map { $0.isEmpty ? nil : String($0) }
  }

  /// Reads scalars as YAML 1.2 does (an editor's reader), so that `no` and dates stay texts.
  private static let program = #"""
    import json, re, sys
    import yaml
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    class Reader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        pass

    Reader.yaml_implicit_resolvers = {}
    for tag, pattern, first in [
        ("bool", r"^(true|True|TRUE|false|False|FALSE)$", "tTfF"),
        ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
        ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
        ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ]:
        Reader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), list(first))
    # 012 is twelve, as in YAML 1.2.
    Reader.add_constructor("tag:yaml.org,2002:int", lambda reader, node: int(node.value))

    validators = {}
    for line in open(sys.argv[1], encoding="utf-8").read().splitlines():
        file, schema = line.split("\t")
        if schema not in validators:
            loaded = json.load(open(schema, encoding="utf-8"))
            Draft202012Validator.check_schema(loaded)
            validators[schema] = Draft202012Validator(loaded)
        document = yaml.load(open(file, encoding="utf-8").read(), Reader)
        error = best_match(validators[schema].iter_errors(document))
        if error is None:
            print("")
        else:
            place = "/".join(str(part) for part in error.absolute_path)
            print((place + ": " + error.message[:200]).replace("\n", " "))
    """#
}
