extension Library {
  /// Conversions to times, and the calendar and clock readings of times.
  static func times(
    zoneOffset: @escaping @Sendable (_ zone: String, _ seconds: Int64) -> Int?
  ) -> [Function] {
    let zones: @Sendable (String, Timestamp) -> Int? = { zone, point in
      fixedOffset(zone) ?? zoneOffset(zone, point.seconds)
    }
    return [
      conversion(
        "timestamp", .timestamp,
        [
          (.timestamp, "timestamp_to_timestamp"), (.string, "string_to_timestamp"),
          (.int, "int64_to_timestamp"),
        ], timestamp),
      conversion(
        "duration", .duration,
        [(.duration, "duration_to_duration"), (.string, "string_to_duration")], duration),
      reading("getFullYear", "year", zones) { time, _ in time.year },
      reading("getMonth", "month", zones) { time, _ in time.month - 1 },
      reading("getDayOfYear", "day_of_year", zones) { time, _ in time.dayOfYear },
      reading("getDayOfMonth", "day_of_month", zones) { time, _ in time.day - 1 },
      reading("getDate", "day_of_month_1_based", zones) { time, _ in time.day },
      reading("getDayOfWeek", "day_of_week", zones) { time, _ in time.dayOfWeek },
      reading("getHours", "hours", zones, span: 3_600_000_000_000) { time, _ in time.hour },
      reading("getMinutes", "minutes", zones, span: 60_000_000_000) { time, _ in time.minute },
      reading("getSeconds", "seconds", zones, span: 1_000_000_000) { time, _ in time.second },
      reading("getMilliseconds", "milliseconds", zones, span: 1_000_000) { _, point in
        Int(point.nanoseconds) / 1_000_000
      },
    ]
  }

  private static func timestamp(_ value: Value) -> Value {
    switch value {
    case .timestamp: return value
    case .string(let text):
      return Timestamp(text: text).map { .timestamp($0) } ?? unreadable("timestamp", text)
    case .int(let seconds):
      return Timestamp(seconds: seconds).map { .timestamp($0) }
        ?? .failure(.overflow, "range error: timestamp outside the years 1 to 9999")
    default: return .noSuchOverload
    }
  }

  private static func duration(_ value: Value) -> Value {
    switch value {
    case .duration: return value
    case .string(let text):
      return TimeSpan(text: text).map { .duration($0) } ?? unreadable("duration", text)
    default: return .noSuchOverload
    }
  }

  /// A reading of a timestamp in UTC or a zone, and where `span` is given of a duration in units of
  /// that many nanoseconds.
  private static func reading(
    _ name: String, _ id: String, _ zones: @escaping @Sendable (String, Timestamp) -> Int?,
    span unit: Int64? = nil, _ reading: @escaping @Sendable (CivilTime, Timestamp) -> Int
  ) -> Function {
    var overloads = [
      unary("timestamp_to_\(id)", .timestamp, .int, isMember: true) { value in
        guard case .timestamp(let point) = value else { return .noSuchOverload }
        return .int(Int64(reading(CivilTime(point, offset: 0), point)))
      },
      binary("timestamp_to_\(id)_with_tz", .timestamp, .string, .int, isMember: true) {
        value, zone in
        guard case .timestamp(let point) = value, case .string(let zone) = zone else {
          return .noSuchOverload
        }
        guard let offset = zones(zone, point) else {
          return .failure(.invalidArgument, "unknown time zone \(quoted(shortened(zone)))")
        }
        return .int(Int64(reading(CivilTime(point, offset: offset), point)))
      },
    ]
    if let unit {
      overloads.append(
        unary("duration_to_\(id)", .duration, .int, isMember: true) { value in
          guard case .duration(let span) = value else { return .noSuchOverload }
          // Milliseconds alone are those beyond the whole seconds (langdef.md, getMilliseconds).
          let length = unit == 1_000_000 ? span.nanoseconds % 1_000_000_000 : span.nanoseconds
          return .int(length / unit)
        })
    }
    return Function(name, overloads: overloads)
  }

  /// The offset in seconds of `UTC`, `+07:00` or `07:00`; nil for the name of a zone.
  private static func fixedOffset(_ zone: String) -> Int? {
    if zone == "UTC" || zone == "Z" || zone.isEmpty { return 0 }
    var bytes = Array(zone.utf8)
    var sign = 1
    if bytes.first == 0x2D || bytes.first == 0x2B {
      sign = bytes.first == 0x2D ? -1 : 1
      bytes.removeFirst()
    }
    guard bytes.count == 5, bytes[2] == 0x3A, let tens = decimalDigit(bytes[0]),
      let ones = decimalDigit(bytes[1]), let minuteTens = decimalDigit(bytes[3]),
      let minuteOnes = decimalDigit(bytes[4]), minuteTens < 6, tens * 10 + ones < 24
    else { return nil }
    return sign * ((tens * 10 + ones) * 3600 + (minuteTens * 10 + minuteOnes) * 60)
  }
}
