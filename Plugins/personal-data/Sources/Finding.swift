/// What is told of a person.
enum PersonalDatum: Int, CaseIterable {
  case name
  case birthDate
  case identityNumber
  case telephone
  case address
  case schooling

  var words: (vi: String, en: String) {
    switch self {
    case .name: ("họ tên", "names")
    case .birthDate: ("ngày sinh", "birth dates")
    case .identityNumber: ("số định danh", "identity numbers")
    case .telephone: ("số điện thoại", "telephone numbers")
    case .address: ("địa chỉ", "addresses")
    case .schooling: ("trường, lớp", "schools and classes")
    }
  }
}

/// Where something is told of a person; what it is never leaves the file.
struct Finding: Hashable {
  let datum: PersonalDatum
  /// The line, from 1.
  let line: Int
  /// The letter of the column in a table.
  var column: String?
}
