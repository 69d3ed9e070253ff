import Diagnostics
import InspectionCore

/// Reads submissions in which nothing is wrong and nothing unusual, as most of thousands are, without
/// nodes for their answers and without places.
///
/// What is read is what ``SubmissionReader`` reads from nodes; of anything it would report, were it a
/// warning, nil is given, and the file is read that way.
enum PlainSubmission {
  /// A submission with what it was read by; nil where it is to be read by way of nodes.
  static func read(
    _ bytes: [UInt8], for checklists: [String: SubmissionRules]
  ) -> (submission: Submission, rules: SubmissionRules)? {
    let start = bytes.starts(with: utf8ByteOrderMark) ? utf8ByteOrderMark.count : 0
    return bytes.withUnsafeBufferPointer { buffer in
      let text = UnsafeBufferPointer(rebasing: buffer[start...])
      guard !text.isEmpty, let plain = PlainText(text) else { return nil }
      do throws(NotPlain) {
        var events = try PlainEvents(text, mayEscape: plain.hasBackslash)
        return try submission(&events, for: checklists)
      } catch {
        return nil
      }
    }
  }

  private static func submission(
    _ events: inout PlainEvents, for checklists: [String: SubmissionRules]
  ) throws(NotPlain) -> (Submission, SubmissionRules) {
    guard events.next() == .mapping else { throw NotPlain() }
    var entries: [YAMLNode.Entry] = []
    entries.reserveCapacity(8)
    let reader = FileReader(SourceText(name: "", bytes: []))
    var read: (answers: [String: Answer], by: SubmissionReader)?
    while let key = try events.key() {
      guard key.reads("answers") else {
        // What the answers were read by may not change after them.
        if read != nil, key.reads("checklist") || key.reads("documents") { throw NotPlain() }
        entries.append(YAMLNode.Entry(key: key, value: try events.node(events.next())))
        continue
      }
      guard read == nil, events.next() == .mapping,
        let name = entries.last(where: { $0.key.reads("checklist") })?.value.scalar?.text,
        let rules = checklists[name]
      else { throw NotPlain() }
      let submissions = SubmissionReader(reader: reader, rules: rules)
      let answers = try submissions.answers.answers(&events, documents: documents(in: entries))
      read = (answers, submissions)
    }
    guard events.next() == .finish, let read else { throw NotPlain() }
    let root = YAMLNode(.mapping(entries), range: YAMLNode.nowhere)
    guard let submission = read.by.submission(root, answered: read.answers), reader.log.isEmpty
    else { throw NotPlain() }
    return (submission, read.by.rules)
  }

  /// The ids of the documents. Where one cannot be used it is reported later, and then nothing of
  /// what is read here counts.
  private static func documents(in entries: [YAMLNode.Entry]) throws(NotPlain) -> [String] {
    guard let listed = entries.last(where: { $0.key.reads("documents") })?.value else { return [] }
    guard case .sequence(let nodes) = listed.content else { throw NotPlain() }
    var ids: [String] = []
    for node in nodes {
      guard case .mapping(let members) = node.content,
        let id = members.first(where: { $0.key.reads("id") })?.value.scalar?.text
      else { throw NotPlain() }
      ids.append(id)
    }
    return ids
  }
}
