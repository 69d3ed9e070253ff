extension Library {
  /// IP addresses and ranges of them (cel-go `ext`, "Network"): `ip`, `isIP`, `ip.isCanonical`,
  /// `cidr`, `isCIDR` and the functions on what they give.
  ///
  /// Texts are read strictly: no zones, no leading zeros, no IPv4 address inside an IPv6 one that
  /// maps it. An address that maps IPv4 but is written in hexadecimal is an IPv6 address like any
  /// other, which is what the conformance cases ask for.
  public static let network = Library(
    functions: addressMaking + addressReading + rangeMaking + rangeReading,
    types: [addressType, rangeType])

  private static var addressType: ValueType { .opaque("net.IP", []) }
  private static var rangeType: ValueType { .opaque("net.CIDR", []) }

  private static var addressMaking: [Function] {
    [
      Function(
        "ip",
        overloads: [
          unary("string_to_ip", .string, addressType) { text in
            address(in: text) { address($0) }
          },
          unary("cidr_ip", rangeType, addressType, isMember: true) { value in
            range(value) { address($0.address) }
          },
        ]),
      Function(
        "isIP",
        overloads: [
          unary("is_ip", .string, .bool) { text in
            guard case .string(let text) = text else { return .noSuchOverload }
            do throws(NetworkAddress.Problem) {
              _ = try NetworkAddress(text.utf8)
              return .bool(true)
            } catch { return .bool(false) }
          }
        ]),
      Function(
        "ip.isCanonical",
        overloads: [
          unary("ip_is_canonical", .string, .bool) { text in
            address(in: text) { equals(text, .string($0.description)) }
          }
        ]),
      Function(
        "string",
        overloads: [
          unary("ip_to_string", addressType, .string) { value in
            address(value) { .string($0.description) }
          },
          unary("cidr_to_string", rangeType, .string) { value in
            range(value) { .string($0.description) }
          },
        ]),
    ]
  }

  private static var addressReading: [Function] {
    let tests: [(name: String, id: String, holds: @Sendable (NetworkAddress) -> Bool)] = [
      ("isUnspecified", "ip_is_unspecified", { $0.isUnspecified }),
      ("isLoopback", "ip_is_loopback", { $0.isLoopback }),
      ("isGlobalUnicast", "ip_is_global_unicast", { $0.isGlobalUnicast }),
      ("isLinkLocalMulticast", "ip_is_link_local_multicast", { $0.isLinkLocalMulticast }),
      ("isLinkLocalUnicast", "ip_is_link_local_unicast", { $0.isLinkLocalUnicast }),
    ]
    let family = Function(
      "family",
      overloads: [
        unary("ip_family", addressType, .int, isMember: true) { value in
          address(value) { .int($0.isVersionFour ? 4 : 6) }
        }
      ])
    return [family]
      + tests.map { test in
        Function(
          test.name,
          overloads: [
            unary(test.id, addressType, .bool, isMember: true) { value in
              address(value) { .bool(test.holds($0)) }
            }
          ])
      }
  }

  private static var rangeMaking: [Function] {
    [
      Function(
        "cidr",
        overloads: [
          unary("string_to_cidr", .string, rangeType) { text in range(in: text) { range($0) } }
        ]),
      Function(
        "isCIDR",
        overloads: [
          unary("is_cidr", .string, .bool) { text in
            guard case .string(let text) = text else { return .noSuchOverload }
            do throws(NetworkAddress.Problem) {
              _ = try NetworkRange(text)
              return .bool(true)
            } catch { return .bool(false) }
          }
        ]),
      Function(
        "masked",
        overloads: [
          unary("cidr_masked", rangeType, rangeType, isMember: true) { value in
            range(value) { range($0.masked) }
          }
        ]),
    ]
  }

  private static var rangeReading: [Function] {
    [
      Function(
        "containsIP",
        overloads: [
          binary("cidr_contains_ip_ip", rangeType, addressType, .bool, isMember: true) {
            outer, inner in
            range(outer) { outer in address(inner) { .bool(outer.contains($0)) } }
          },
          binary("cidr_contains_ip_string", rangeType, .string, .bool, isMember: true) {
            outer, inner in
            range(outer) { outer in address(in: inner) { .bool(outer.contains($0)) } }
          },
        ]),
      Function(
        "containsCIDR",
        overloads: [
          binary("cidr_contains_cidr", rangeType, rangeType, .bool, isMember: true) {
            outer, inner in
            range(outer) { outer in range(inner) { .bool(outer.contains($0)) } }
          },
          binary("cidr_contains_cidr_string", rangeType, .string, .bool, isMember: true) {
            outer, inner in
            range(outer) { outer in range(in: inner) { .bool(outer.contains($0)) } }
          },
        ]),
      Function(
        "isMask",
        overloads: [
          unary("cidr_is_mask", rangeType, .bool, isMember: true) { value in
            range(value) { .bool($0 == $0.masked) }
          }
        ]),
      Function(
        "prefixLength",
        overloads: [
          unary("cidr_prefix_length", rangeType, .int, isMember: true) { value in
            range(value) { .int(Int64($0.length)) }
          }
        ]),
    ]
  }
}

// MARK: Values

private func address(_ address: NetworkAddress) -> Value {
  .opaque(
    OpaqueValue(typeName: "net.IP", content: address.bytes) {
      "ip(\"\(NetworkAddress(bytes: $0).description)\")"
    })
}

private func address(_ value: Value, _ use: (NetworkAddress) -> Value) -> Value {
  guard case .opaque(let value) = value, value.content.count == 4 || value.content.count == 16
  else { return .noSuchOverload }
  return use(NetworkAddress(bytes: value.content))
}

private func address(in text: Value, _ use: (NetworkAddress) -> Value) -> Value {
  guard case .string(let text) = text else { return .noSuchOverload }
  do throws(NetworkAddress.Problem) {
    return use(try NetworkAddress(text.utf8))
  } catch { return unreadable("IP address", text, error) }
}

/// A range as a value: the bytes of the address and then the length.
private func range(_ range: NetworkRange) -> Value {
  .opaque(
    OpaqueValue(
      typeName: "net.CIDR", content: range.address.bytes + [UInt8(truncatingIfNeeded: range.length)]
    ) { content in
      let address = NetworkAddress(bytes: Array(content.dropLast()))
      return "cidr(\"\(address.description)/\(content.last ?? 0)\")"
    })
}

private func range(_ value: Value, _ use: (NetworkRange) -> Value) -> Value {
  guard case .opaque(let value) = value, let length = value.content.last,
    value.content.count == 5 || value.content.count == 17
  else { return .noSuchOverload }
  let address = NetworkAddress(bytes: Array(value.content.dropLast()))
  return use(NetworkRange(address: address, length: Int(length)))
}

private func range(in text: Value, _ use: (NetworkRange) -> Value) -> Value {
  guard case .string(let text) = text else { return .noSuchOverload }
  do throws(NetworkAddress.Problem) {
    return use(try NetworkRange(text))
  } catch { return unreadable("CIDR", text, error) }
}

private func unreadable(
  _ kind: String, _ text: String, _ problem: NetworkAddress.Problem
) -> Value {
  .failure(.invalidArgument, "\(kind) \(quoted(shortened(text))): \(problem.message)")
}
