import CheckPluginKit

/// Answers one line. The answer is four bytes of length, least first, and the line with its end;
/// `figures_agree_free` gives it back. No bytes: the line was no request.
@_cdecl("figures_agree_answer")
public func answer(_ line: UnsafePointer<UInt8>, _ count: Int32) -> UnsafeMutablePointer<UInt8> {
  let request = Array(UnsafeBufferPointer(start: line, count: Int(count)))
  let bytes = FiguresAgree().answer(to: request) ?? []
  let room = UnsafeMutablePointer<UInt8>.allocate(capacity: 4 + bytes.count)
  for index in 0..<4 { room[index] = UInt8(truncatingIfNeeded: bytes.count >> (8 * index)) }
  for (index, byte) in bytes.enumerated() { room[4 + index] = byte }
  return room
}

/// Gives back an answer.
@_cdecl("figures_agree_free")
public func free(_ answer: UnsafeMutablePointer<UInt8>) {
  answer.deallocate()
}
