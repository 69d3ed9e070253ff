import CEL
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("IP addresses and ranges")
struct NetworkTests {
  private func text(_ expression: String) throws -> String {
    try CELTests.text(of: expression, libraries: [.standard, .network])
  }

  @Test(
    "An address has one canonical text",
    arguments: [
      ("192.168.0.1", "192.168.0.1"), ("0.0.0.0", "0.0.0.0"), ("::", "::"), ("::1", "::1"),
      ("1::", "1::"), ("2001:DB8:0:0:0:0:0:68", "2001:db8::68"), ("0:0:1:0:0:0:1:0", "0:0:1::1:0"),
      ("1:0:0:1:0:0:1:1", "1::1:0:0:1:1"), ("1:0:1:1:1:1:1:1", "1:0:1:1:1:1:1:1"),
      ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
      ("::1.2.3.4", "::102:304"), ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
      ("::ffff:c0a8:1", "::ffff:c0a8:1"),
      ("0001:0002:0003:0004:0005:0006:0007:0008", "1:2:3:4:5:6:7:8"),
    ])
  func canonical(written: String, canonical: String) throws {
    #expect(try text("string(ip('\(written)'))") == "\"\(canonical)\"")
    #expect(try text("ip.isCanonical('\(written)')") == "\(written == canonical)")
    #expect(try text("ip('\(canonical)') == ip('\(written)')") == "true")
    #expect(try text("ip('\(written)')") == "ip(\"\(canonical)\")")
  }

  @Test(
    "What is not strictly an address is refused",
    arguments: [
      "", ".", ":", ":::", "1", "1.2.3", "1.2.3.4.5", "1.2.3.", ".1.2.3", "01.2.3.4", "1.2.3.04",
      "256.1.1.1", "1.2.3.4444", "1.2.3.a", "-1.2.3.4", " 1.2.3.4", "1.2.3.4 ", "1:2:3:4:5:6:7",
      "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "1::2::3", ":1::", "1:::2",
      "12345::", "g::", "fe80::1%eth0", "1.2.3.4%a", "::ffff:1.2.3.4", "::1.2.3", "::01.2.3.4",
      "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3.4:5", "[::1]", "1:", "٣.1.1.1",
    ])
  func refused(address: String) throws {
    #expect(try text("isIP('\(address)')") == "false")
    #expect(try text("ip('\(address)')").hasPrefix("IP address"))
    #expect(try text("isCIDR('\(address)/8')") == "false")
  }

  @Test(
    "A range has an address and a length",
    arguments: ["10.0.0.0/8", "1.2.3.4/0", "1.2.3.4/32", "::/0", "2001:db8::1/128"])
  func ranges(written: String) throws {
    #expect(try text("string(cidr('\(written)'))") == "\"\(written)\"")
    #expect(try text("cidr('\(written)')") == "cidr(\"\(written)\")")
  }

  @Test(
    "What is not strictly a range is refused",
    arguments: [
      "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/+8", "10.0.0.0/-1", "/8",
      "10.0.0/8", "::/129", "::/1000", "::/0x1", "10.0.0.0/8/8", "fe80::1%a/64",
      "::ffff:1.2.3.4/96",
    ])
  func refused(range: String) throws {
    #expect(try text("isCIDR('\(range)')") == "false")
    #expect(try text("cidr('\(range)')").hasPrefix("CIDR"))
  }

  @Test(
    "The kinds of address are those of the standards",
    arguments: [
      ("0.0.0.0", "isUnspecified"), ("::", "isUnspecified"), ("127.255.0.1", "isLoopback"),
      ("::1", "isLoopback"), ("224.0.0.251", "isLinkLocalMulticast"),
      ("ff12::1", "isLinkLocalMulticast"), ("169.254.0.1", "isLinkLocalUnicast"),
      ("febf::1", "isLinkLocalUnicast"), ("10.0.0.1", "isGlobalUnicast"),
      ("8.8.8.8", "isGlobalUnicast"), ("fd00::1", "isGlobalUnicast"),
      ("fec0::1", "isGlobalUnicast"), ("::2", "isGlobalUnicast"), ("239.1.1.1", ""),
      ("ff05::1", ""), ("255.255.255.255", ""), ("224.0.1.0", ""),
    ])
  func kinds(address: String, kind: String) throws {
    for name in [
      "isUnspecified", "isLoopback", "isLinkLocalMulticast", "isLinkLocalUnicast",
      "isGlobalUnicast",
    ] {
      #expect(try text("ip('\(address)').\(name)()") == "\(name == kind)", "\(address).\(name)")
    }
    #expect(try text("ip('\(address)').family()") == (address.contains(":") ? "6" : "4"))
  }

  @Test("Ranges contain addresses and ranges of their version")
  func containment() throws {
    #expect(try text("cidr('10.1.2.3/8').containsIP('10.255.0.0')") == "true")
    #expect(try text("cidr('10.1.2.3/8').containsIP('11.0.0.0')") == "false")
    #expect(try text("cidr('0.0.0.0/0').containsIP(ip('::'))") == "false")
    #expect(try text("cidr('10.0.0.0/9').containsCIDR('10.127.0.0/16')") == "true")
    #expect(try text("cidr('10.0.0.0/9').containsCIDR('10.128.0.0/16')") == "false")
    #expect(try text("cidr('10.0.0.0/9').containsCIDR('10.0.0.0/8')") == "false")
    #expect(try text("cidr('10.0.0.0/9').containsIP('x')").hasPrefix("IP address"))
    #expect(try text("cidr('10.1.2.3/12').masked()") == "cidr(\"10.0.0.0/12\")")
    #expect(try text("cidr('2001:db8:ffff::/33').masked()") == "cidr(\"2001:db8:8000::/33\")")
    #expect(try text("cidr('10.0.0.0/12').isMask() && !cidr('10.0.0.1/12').isMask()") == "true")
    #expect(try text("cidr('10.0.0.1/12').ip() == ip('10.0.0.1')") == "true")
    #expect(try text("cidr('10.0.0.1/12').prefixLength()") == "12")
  }

  @Test("Addresses are values of types of their own")
  func types() throws {
    #expect(try text("type(ip('::1')) == net.IP && type(cidr('::/1')) == net.CIDR") == "true")
    #expect(try text("dyn(ip('::1')) == dyn('::1')") == "false")
    #expect(try text("[ip('::1')].exists(a, a == ip('0::1'))") == "true")
    #expect(try text("type(ip('::1'))") == "net.IP")
    #expect(throws: CompilationError.self) { try text("ip('::1').containsIP('::1')") }
    #expect(throws: CompilationError.self) { try text("ip('::1') == '::1'") }
    #expect(throws: CompilationError.self) { try text("ip('::1') < ip('::2')") }
  }

  #if canImport(Glibc)
    @Test("Random texts are read and written as the C library reads and writes them")
    func oracle() throws {
      var generator = SeededGenerator(seed: 20)
      var environment = Environment(libraries: [.standard, .network])
      environment.declare(variable: "t", as: .string)
      let program = try environment.compile("isIP(t) ? string(ip(t)) : 'no'")
      let pieces = ["0", "1", "ff", "abcd", ":", ":", ":", "::", "00", "1.2.3.4", "10000"]
      var read = 0
      for _ in 0..<20_000 {
        var text = ""
        for _ in 0..<Int.random(in: 1...16, using: &generator) {
          text += pieces.randomElement(using: &generator)!
        }
        var bytes = in6_addr()
        var buffer = [CChar](repeating: 0, count: 64)
        var expected = "no"
        if inet_pton(AF_INET6, text, &bytes) == 1 {
          inet_ntop(AF_INET6, &bytes, &buffer, 64)
          expected = String(
            decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
          read += 1
        } else if inet_pton(AF_INET, text, &bytes) == 1 {
          expected = text
        }
        // The C library writes some addresses with their last bytes in decimal.
        if expected.contains("."), expected.contains(":") { continue }
        guard case .value(.string(let found)) = program.evaluate(Activation(["t": .string(text)]))
        else {
          Issue.record("\(text) has no result")
          continue
        }
        #expect(found == expected, "\(text)")
      }
      #expect(read > 200)
    }
  #endif
}
