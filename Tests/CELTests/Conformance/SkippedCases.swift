/// The conformance cases that do not pass, each with its reason; see ``ConformanceTests``.
let skippedCases: [String: String] = {
  var cases: [String: String] = [:]
  for line in skippedList.split(separator: "\n") {
    let parts = line.split(separator: " ", maxSplits: 1)
    cases[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
  }
  return cases
}()

/// One case a line: its id, then why it is skipped.
private let skippedList = """
  network_ext/cidr/cidr_contains_cidr IP and CIDR values of cel-go's network extension are not offered
  network_ext/cidr/cidr_contains_cidr_ipv4_object IP and CIDR values of cel-go's network extension are not offered
  network_ext/cidr/cidr_contains_cidr_ipv4_object_32 IP and CIDR values of cel-go's network extension are not offered
  network_ext/cidr/cidr_contains_cidr_ipv6_object IP and CIDR values of cel-go's network extension are not offered
  network_ext/cidr/cidr_contains_ip_ipv4_object IP and CIDR values of cel-go's network extension are not offered
  network_ext/cidr/cidr_does_not_contain_ip_ipv4_object IP and CIDR values of cel-go's network extension are not offered
  network_ext/cidr/cidr_equals IP and CIDR values of cel-go's network extension are not offered
  network_ext/cidr/cidr_get_ip_ipv6 IP and CIDR values of cel-go's network extension are not offered
  network_ext/cidr/cidr_ipv4_not_contains_ip_ipv6_object IP and CIDR values of cel-go's network extension are not offered
  network_ext/cidr/cidr_ipv6_not_contains_ip_ipv4_object IP and CIDR values of cel-go's network extension are not offered
  network_ext/cidr/cidr_masked_ipv4 IP and CIDR values of cel-go's network extension are not offered
  network_ext/cidr/cidr_not_contains_cidr_ipv4_object IP and CIDR values of cel-go's network extension are not offered
  network_ext/cidr/cidr_not_equals IP and CIDR values of cel-go's network extension are not offered
  network_ext/cidr/cidr_not_equals_ipv4_ipv6 IP and CIDR values of cel-go's network extension are not offered
  network_ext/cidr/cidr_prefix_length_ipv4 IP and CIDR values of cel-go's network extension are not offered
  network_ext/cidr/cidr_prefix_length_ipv6 IP and CIDR values of cel-go's network extension are not offered
  network_ext/cidr/cidr_to_string IP and CIDR values of cel-go's network extension are not offered
  network_ext/cidr/parse_cidr_ipv6 IP and CIDR values of cel-go's network extension are not offered
  network_ext/ip_type/ip_is_canonical_valid_ipv4 IP and CIDR values of cel-go's network extension are not offered
  network_ext/ip_type/ip_to_string IP and CIDR values of cel-go's network extension are not offered
  network_ext/ip_type/ip_type IP and CIDR values of cel-go's network extension are not offered
  network_ext/ip_type/is_ip_invalid_ipv4 IP and CIDR values of cel-go's network extension are not offered
  network_ext/ip_type/is_ip_valid_ipv4 IP and CIDR values of cel-go's network extension are not offered
  network_ext/ip_type/parse_ipv6 IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv4/ipv4_equals IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv4/ipv4_is_global_unicast_false IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv4/ipv4_is_global_unicast_true IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv4/ipv4_is_loopback_false IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv4/ipv4_is_loopback_true IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv4/ipv4_is_unspecified_false IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv4/ipv4_is_unspecified_true IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv4/ipv4_not_equals_ipv6 IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv4/is_link_local_multicast_false IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv4/is_link_local_multicast_true IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv4/is_link_local_unicast_false IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv4/is_link_local_unicast_true IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv6/ipv6_equals IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv6/ipv6_not_equals IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv6/is_global_unicast_false IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv6/is_global_unicast_true IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv6/is_link_local_multicast_false IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv6/is_link_local_multicast_true IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv6/is_link_local_unicast_false IP and CIDR values of cel-go's network extension are not offered
  network_ext/ipv6/is_unspecified_true IP and CIDR values of cel-go's network extension are not offered
  """
