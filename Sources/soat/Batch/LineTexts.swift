import JSON
import Synchronization

/// Writes lines into room that is used again, whichever thread writes: to take and give back so much
/// memory for each line costs a good part of writing it.
final class LineTexts: Sendable {
  /// A text nobody is writing to; whoever takes it is alone in having it.
  private struct Idle: @unchecked Sendable {
    let text: JSONText
  }

  /// The longest line whose room is kept, in bytes.
  private static let mostKept = 1 << 20

  private let idle = Mutex<[Idle]>([])

  /// The line that something writes.
  func line(_ write: (JSONText) -> Void) -> [UInt8] {
    let text = idle.withLock { $0.popLast() }?.text ?? JSONText(capacity: 1 << 16)
    write(text)
    text.endLine()
    let bytes = text.bytes
    if bytes.count <= LineTexts.mostKept {
      text.removeAll()
      let free = Idle(text: text)
      idle.withLock { $0.append(free) }
    }
    return bytes
  }
}
