import "server-only";
import { BlockList, isIP, isIPv4 } from "node:net";

/**
 * `public`: may be asked when its host is allowed. `private`: only when the host is named as one of the house. `never`:
 * nothing that answers for an organisation stands there, and cloud machines keep their own keys at some of them.
 */
export type AddressClass = "public" | "private" | "never";

const never = listOf({
  ipv4: [
    ["0.0.0.0", 8],
    ["169.254.0.0", 16],
    // Metadata of Oracle's and Alibaba's clouds, in ranges that would be private otherwise.
    ["192.0.0.0", 24],
    ["100.100.100.200", 32],
    ["168.63.129.16", 32],
    ["192.0.2.0", 24],
    ["192.88.99.0", 24],
    ["198.18.0.0", 15],
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    ["224.0.0.0", 3],
  ],
  // Everything that is not handed out to networks, that wraps another address, and Amazon's metadata.
  ipv6: [
    ["fd00:ec2::254", 128],
    ["2001::", 23],
    ["2001:db8::", 32],
    ["2002::", 16],
    ["3fff::", 20],
  ],
});
const house = listOf({
  ipv4: [
    ["10.0.0.0", 8],
    ["127.0.0.0", 8],
    ["172.16.0.0", 12],
    ["192.168.0.0", 16],
    ["100.64.0.0", 10],
  ],
  ipv6: [
    ["::1", 128],
    ["fc00::", 7],
  ],
});
const handedOut = listOf({ ipv4: [], ipv6: [["2000::", 3]] });

type Ranges = Readonly<Record<"ipv4" | "ipv6", readonly (readonly [string, number])[]>>;

function listOf(ranges: Ranges): BlockList {
  const list = new BlockList();
  for (const family of ["ipv4", "ipv6"] as const)
    for (const [net, prefix] of ranges[family]) list.addSubnet(net, prefix, family);
  return list;
}

/** Judges an address as it was resolved (RFC 6890, 6598, 4193, 4291). What is no address is `never`. */
export function addressClass(address: string): AddressClass {
  if (isIP(address) === 0) return "never";
  const plain = isIPv4(address) ? address : (mapped(address) ?? address);
  const family = isIPv4(plain) ? "ipv4" : "ipv6";
  if (never.check(plain, family)) return "never";
  if (house.check(plain, family)) return "private";
  return family === "ipv4" || handedOut.check(plain, family) ? "public" : "never";
}

/** The IPv4 address inside `::ffff:0:0/96`, however it was written; a connection to it goes to that. */
function mapped(address: string): string | null {
  const [bare = ""] = address.split("%");
  // The URL parser writes every form of an address in one way (RFC 5952).
  const written = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(written) ?? [];
  if (high === undefined || low === undefined) return null;
  const [first, second] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [first >> 8, first & 255, second >> 8, second & 255].join(".");
}
