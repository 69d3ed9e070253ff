import JSON

// The functions a WebAssembly host calls. Memory is plain bytes: the host asks for room, writes a
// request there, and reads the answer from where `soat_answer` says it is.

/// Room for `count` bytes; the host frees it with `soat_free`.
@_cdecl("soat_allocate")
public func soatAllocate(_ count: Int32) -> UnsafeMutablePointer<UInt8>? {
  guard count >= 0 else { return nil }
  return UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, Int(count)))
}

/// Frees room that `soat_allocate` or `soat_answer` gave.
@_cdecl("soat_free")
public func soatFree(_ pointer: UnsafeMutablePointer<UInt8>?) {
  pointer?.deallocate()
}

/// Answers the request of `count` bytes at `request`. The answer begins with its length as four
/// bytes, lowest first; the host frees it with `soat_free`.
@_cdecl("soat_answer")
public func soatAnswer(
  _ request: UnsafePointer<UInt8>?, _ count: Int32
) -> UnsafeMutablePointer<UInt8>? {
  let bytes = [UInt8](UnsafeBufferPointer(start: request, count: max(0, Int(count))))
  let answer = RuleEngine.answer(bytes)
  let result = UnsafeMutablePointer<UInt8>.allocate(capacity: answer.count + 4)
  let length = UInt32(answer.count)
  for index in 0..<4 { result[index] = UInt8(truncatingIfNeeded: length >> (8 * UInt32(index))) }
  for (index, byte) in answer.enumerated() { result[index + 4] = byte }
  return result
}
