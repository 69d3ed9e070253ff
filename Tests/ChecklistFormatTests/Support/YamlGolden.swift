let yamlGolden: [String: String] = [:]
