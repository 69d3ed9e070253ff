let packGolden: [String: String] = [:]
