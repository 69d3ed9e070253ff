/// A finite double as ECMAScript's Number::toString prints it (ECMA-262 §6.1.6.1.20, radix 10),
/// which RFC 8785 §3.2.2.3 prescribes.
///
/// The standard library's description has the same digits, the fewest that read back as the same
/// double and of those the nearest; only their layout differs.
func ecmaScriptText(of value: Double) -> String {
  guard value != 0 else { return "0" }
  let (digits, point) = shortestDigits(of: value.magnitude)
  let count = digits.count
  var text: [UInt8] = value < 0 ? [UInt8(ascii: "-")] : []
  let zero = UInt8(ascii: "0")
  let dot = UInt8(ascii: ".")
  if count <= point, point <= 21 {
    text += digits + [UInt8](repeating: zero, count: point - count)
  } else if point > 0, point <= 21 {
    text += digits[..<point]
    text.append(dot)
    text += digits[point...]
  } else if point > -6, point <= 0 {
    text += [zero, dot]
    text += [UInt8](repeating: zero, count: -point)
    text += digits
  } else {
    text.append(digits[0])
    if count > 1 {
      text.append(dot)
      text += digits[1...]
    }
    text += Array((point > 0 ? "e+" : "e").utf8)
    text += Array(String(point - 1).utf8)
  }
  return String(decoding: text, as: UTF8.self)
}

/// Whether a finite double would be printed as an integer beyond ±2⁵³, exactly known or not.
func isSpelledBeyondLargestInteger(_ value: Double) -> Bool {
  value.magnitude > Double(JSONValue.largestInteger) && value.magnitude < 1e21
}

/// The digits d₁d₂…dₖ, without zeros at either end, and the place n of the point in 0.d₁d₂… × 10ⁿ.
private func shortestDigits(of value: Double) -> (digits: [UInt8], point: Int) {
  var digits: [UInt8] = []
  var point = 0
  var hasPoint = false
  var rest = Array(value.description.utf8)[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: ".") {
      hasPoint = true
    } else if byte == UInt8(ascii: "e") {
      let exponent = rest.first == UInt8(ascii: "+") ? rest.dropFirst() : rest
      point += Int(String(decoding: exponent, as: UTF8.self)) ?? 0
      break
    } else if digits.isEmpty, byte == UInt8(ascii: "0") {
      if hasPoint { point -= 1 }
    } else {
      digits.append(byte)
      if !hasPoint { point += 1 }
    }
  }
  while digits.last == UInt8(ascii: "0") { digits.removeLast() }
  return (digits, point)
}
