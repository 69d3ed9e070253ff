import InspectionCore
import JSON

/// The schemas of single values, as a JSON reader of YAML 1.2 sees them: `27` is a number, `95%` and
/// `2024-11-10` are texts.
enum ScalarSchemas {
  static let all: [String: JSONValue] = [
    "text": ["type": ["string", "number", "boolean"], "pattern": "\\S"],
    "library-name": ["type": ["string", "number", "boolean"], "pattern": "^[^./][^/]*$"],
    "indicator-name": [
      "type": "string", "pattern": "^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$",
      "examples": ["staff.total"],
    ],
    "date": [
      "type": "string",
      "pattern": .string("^" + date + "$"), "examples": ["2024-11-10", "10/11/2024"],
    ],
    "number": number(examples: ["1.431", "95%", "500 triệu đồng"]),
    "points": [
      "allOf": [number(examples: [])], "if": ["type": "number"],
      "then": ["minimum": 0, "maximum": 1_000_000],
    ],
    "share": [
      "anyOf": [
        ["const": 0],
        ["type": "string", "pattern": .string("^\(space)0+(,0+)?\(space)$")],
        [
          "type": "string",
          "pattern": .string("^\(space)0*(100(,0+)?|[0-9]{1,2}(,[0-9]+)?)\(space)%\(space)$"),
        ],
      ],
      "examples": ["80%", "4,5%"],
    ],
    "time-limit": [
      "type": "string",
      // A count and words, words and a date, or words alone.
      "pattern": .string("^\\s*([0-9]{1,5}\\s+[^0-9]+|[^0-9]+\\s\(date)|[^0-9]+)\\s*$"),
      "examples": [
        "15 working days", "15 ngày làm việc", "30 days", "30 ngày", "24 hours", "24 giờ",
        "by 2024-11-10", "trước ngày 10/11/2024", "end of quarter", "cuối quý",
      ],
    ],
    "figure": [
      "type": ["string", "number"], "pattern": "\\S", "not": decimalPoint,
    ],
    "day-of-year": [
      "type": "string", "pattern": "^[0-9]{1,2}/[0-9]{1,2}$", "examples": ["15/12"],
    ],
    "cell": ["type": ["string", "number", "boolean", "null"]],
    "rule": [
      "type": ["string", "number", "boolean"], "pattern": "\\S",
    ],
  ]

  private static let date =
    "([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4})"
  private static let space = "[ \\t\\u00a0\\u202f]*"

  /// A share written as `0.95`: a dot separates thousands, so it is no number of the format.
  private static let decimalPoint: JSONValue = [
    "anyOf": [
      ["type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1],
      ["type": "number", "exclusiveMinimum": -1, "exclusiveMaximum": 0],
    ]
  ]

  /// A number the Vietnamese way, with its words for money.
  private static func number(examples: [JSONValue]) -> JSONValue {
    let figure = "[-\\u2212]?[0-9][0-9.]*(,[0-9]+)?"
    var schema: JSONObject = [
      "type": ["number", "string"],
      "pattern": .string("^\(space)\(figure)\(space)(%|[^0-9%]*)\(space)$"),
      "not": decimalPoint,
    ]
    if !examples.isEmpty { schema["examples"] = .array(examples) }
    return .object(schema)
  }
}
