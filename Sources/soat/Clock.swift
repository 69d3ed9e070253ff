import InspectionCore
import Glibc

/// The host's clock, read once by a command; the core never reads one.
enum Clock {
  /// Today in Asia/Ho_Chi_Minh, which has been UTC+07:00 without daylight saving since 1975.
  static func today() -> CivilDate {
    let seconds = Int(time(nil)) + 7 * 3600
    return CivilDate(daysSinceEpoch: seconds / 86_400) ?? CivilDate.epoch
  }
}

extension CivilDate {
  /// The first day the clock can tell.
  fileprivate static let epoch: CivilDate = {
    guard let date = CivilDate(year: 1970, month: 1, day: 1) else {
      preconditionFailure("1 January 1970 exists")
    }
    return date
  }()
}

/// The process environment.
enum ProcessEnvironment {
  /// The value of a variable; nil where it is not set.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    return String(cString: value)
  }
}
