import CEL

/// The number of a cell as a Vietnamese office writes it: dots or blanks between thousands, a decimal
/// comma, `%`. Nil where it is none, or where it may be read in two ways (`1.5`), or is too great.
func cellNumber(_ text: String) -> Rational? {
  var bytes: [UInt8] = []
  for scalar in text.unicodeScalars {
    // A blank that does not break separates thousands in spreadsheets.
    bytes.append(scalar == "\u{A0}" ? 0x20 : scalar.isASCII ? UInt8(scalar.value) : 0xFF)
  }
  let isShare = bytes.last == UInt8(ascii: "%")
  if isShare { bytes.removeLast() }
  while bytes.last == 0x20 { bytes.removeLast() }
  var plain: [UInt8] = []
  if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
    if sign == UInt8(ascii: "-") { plain.append(sign) }
    bytes.removeFirst()
  }
  let halves = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
  guard halves.count <= 2, let whole = joinedThousands(halves[0]) else { return nil }
  plain += whole
  if halves.count == 2 {
    guard !halves[1].isEmpty, areDigits(halves[1]) else { return nil }
    plain.append(UInt8(ascii: "."))
    plain += halves[1]
  }
  guard plain.count <= 40, let number = Rational(text: String(decoding: plain, as: UTF8.self))
  else {
    return nil
  }
  return isShare ? share(number) : number
}

private func share(_ number: Rational) -> Rational? {
  do throws(NumberError) {
    return try number.divided(by: Rational(100))
  } catch {
    return nil
  }
}

/// The digits of a whole number, groups of three joined.
private func joinedThousands(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
  let separator: UInt8 = bytes.contains(UInt8(ascii: ".")) ? UInt8(ascii: ".") : 0x20
  let groups = bytes.split(separator: separator, omittingEmptySubsequences: false)
  var digits: [UInt8] = []
  for (index, group) in groups.enumerated() {
    guard !group.isEmpty, areDigits(group) else { return nil }
    if groups.count > 1, index == 0 ? group.count > 3 : group.count != 3 { return nil }
    digits += group
  }
  return digits
}

private func areDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
  for byte in bytes where byte < 0x30 || byte > 0x39 { return false }
  return true
}
