import Testing

@testable import Storage

@Suite("Durable files")
struct DurableFileTests {
  @Test(
    "The folder of a path is told for names of any length",
    arguments: [
      ("w", "."), ("w/", "."), ("", "."), ("/", "/"), ("/w", "/"), ("a/b", "a"), ("/a/b", "/a"),
      ("/a/b//", "/a"), ("a//b", "a/"), ("đ", "."), ("./x", "."),
    ])
  func parents(path: String, parent: String) {
    #expect(DurableFile.parent(of: path) == parent)
  }
}
