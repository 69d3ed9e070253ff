import ArgumentParser
import CEL
import ChecklistFormat
import Diagnostics
import InspectionCore
import JSON

/// `soat eval`: one CEL expression.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Tính một biểu thức CEL · Evaluate a CEL expression.",
    discussion: """
      Ví dụ · Examples:
        soat eval '[1, 2, 3].filter(x, x > 1)'
        soat eval 'staff.total - staff.trained' --bindings staff.json
        soat eval '0.1 + 0.2 == 0.3' --numbers
        soat eval 'timestamp("2026-01-01T00:00:00Z").getHours("Asia/Ho_Chi_Minh")'
        soat eval 'a / b' --bindings facts.json --repeat 100000
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "Biểu thức · The expression.")
  var expression: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Tệp JSON: một đối tượng tên → giá trị · A JSON object of names and values.",
      valueName: "file.json"))
  var bindings: String?

  @Flag(name: .long, help: "Số chính xác như trong bảng kiểm · Exact numbers, as in checklists.")
  var numbers = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Đo thời gian: tính bấy nhiêu lần, 11 lượt, in trung vị · Time it: that many evaluations, eleven times, medians printed.",
      valueName: "N"))
  var `repeat`: Int?

  func validate() throws {
    if let count = `repeat`, count < 1 {
      throw ValidationError("--repeat: phải từ 1 trở lên · must be 1 or more")
    }
  }

  func run() throws {
    let language = common.language
    let values = try loadBindings(language)
    var environment = CEL.Environment(
      libraries: [HostZones.library] + (numbers ? [.numbers] : []))
    for name in values.keys.sorted() { environment.declare(variable: name, as: .dyn) }
    let program: Program
    do throws(CompilationError) {
      program = try environment.compile(expression)
    } catch {
      let source = SourceText(name: "<expression>", text: expression)
      var text = ""
      for diagnostic in error.diagnostics {
        text += DiagnosticRenderer(language: language).render(diagnostic, in: source)
      }
      throw Failure(status: .problemsFound, message: text)
    }
    switch program.evaluate(Activation(values)) {
    case .value(let value):
      Console.print(value.literal + "\n")
      if let count = `repeat` {
        let timing = try EvaluationTiming(environment, program, values, count: count)
        Console.print(timing.text(language))
      }
    case .unknown(let attributes):
      let names = attributes.map(\.description).joined(separator: ", ")
      throw Failure(
        status: .problemsFound,
        message: LocalizedText(vi: "chưa biết: \(names)", en: "unknown: \(names)")[language])
    case .error(let error):
      throw Failure(
        status: .problemsFound,
        message: LocalizedText(vi: "lỗi: ", en: "error: ")[language]
          + visible(error.localized[language]))
    }
  }

  private func loadBindings(_ language: Language) throws -> [String: Value] {
    guard let bindings else { return [:] }
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try FileBytes.read(bindings, limit: JSONLimits.default.bytes)
    } catch {
      throw error.failure(language)
    }
    let json: JSONValue
    do throws(JSONError) {
      json = try JSONReader.read(bytes)
    } catch {
      throw Failure(
        status: .unreadable,
        message: "\(bindings):\(error.line):\(error.column): \(error.message[language])")
    }
    guard let object = json.objectValue else {
      throw Failure(
        status: .unreadable,
        message: LocalizedText(
          vi: "\(bindings): cần một đối tượng { tên: giá trị }",
          en: "\(bindings): must be an object { name: value }")[language])
    }
    var values: [String: Value] = [:]
    for member in object {
      guard member.key.piledMarks == nil else {
        throw Failure(
          status: .unreadable,
          message: LocalizedText(
            vi: "\(bindings): một tên có quá \(mostMarks) dấu phụ liền nhau",
            en: "\(bindings): a name has more than \(mostMarks) combining marks in a row")[language]
        )
      }
      values[member.key] = Value(member.value, exactly: numbers)
    }
    return values
  }
}

extension Value {
  /// The CEL value of a JSON value: whole numbers are ints, others doubles; or all are exact
  /// numbers, as in checklists.
  init(_ json: JSONValue, exactly isExact: Bool) {
    switch json {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer(let integer): self = isExact ? .number(Number(integer)) : .int(integer)
    case .number(let number):
      if isExact, let exact = Rational(decimal: number.description) {
        self = .number(Number(exact))
      } else {
        self = .double(number)
      }
    case .string(let text): self = .string(text)
    case .array(let values): self = .list(values.map { Value($0, exactly: isExact) })
    case .object(let object):
      self = .map(MapValue(object.map { (.string($0.key), Value($0.value, exactly: isExact)) }))
    }
  }
}
