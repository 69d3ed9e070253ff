let submissionGolden: [String: String] = [:]
