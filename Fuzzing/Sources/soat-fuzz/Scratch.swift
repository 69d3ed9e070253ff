import Glibc

/// A folder in memory, filled by Scripts/fuzz with `Pack/` (the pack of this package) and
/// `Extending/` (the one that extends it) and `Checklists/` (the shipped ones), in which one file at a
/// time is replaced.
final class Scratch {
  let folder: String
  private var sound: [String: [UInt8]] = [:]

  init(folder: String) {
    self.folder = folder
  }

  func path(_ name: String) -> String { folder + "/" + name }

  func bytes(of name: String) -> [UInt8] {
    guard let file = fopen(path(name), "rb") else { fatalError("cannot read \(path(name))") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Writes a file as it was before it was replaced.
  func restore(_ name: String) {
    if let bytes = sound[name] { write(bytes, to: name) }
  }

  /// Replaces a file; what it held before is read once.
  func replace(_ name: String, by bytes: some Collection<UInt8>) {
    if sound[name] == nil { sound[name] = self.bytes(of: name) }
    write(bytes, to: name)
  }

  func write(_ bytes: some Collection<UInt8>, to name: String) {
    guard let file = fopen(path(name), "wb") else { fatalError("cannot write \(path(name))") }
    let bytes = Array(bytes)
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { fatalError("no room for \(path(name))") }
  }
}
