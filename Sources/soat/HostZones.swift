import CEL
import Foundation

/// The host's database of time zones.
enum HostZones {
  /// The standard definitions of CEL, which know the zones of the host by name. For expressions a
  /// person types: a checklist's rules have fixed offsets alone, so that every host gives one answer.
  static let library = CEL.Library.standard(zoneOffset: offset)

  /// The offset from UTC in seconds of a zone such as `Asia/Ho_Chi_Minh` at a time in seconds since
  /// 1970; nil where the database has no such zone.
  ///
  /// Abbreviations are none of its names: `IST` is in use in three countries.
  @Sendable
  static func offset(of name: String, at seconds: Int64) -> Int? {
    guard name.contains("/") || name == "GMT", let zone = TimeZone(identifier: name) else {
      return nil
    }
    return zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
  }
}
