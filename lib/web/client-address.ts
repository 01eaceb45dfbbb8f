// Decides whom a rate limit counts. Answers to ASVS 5.0 V4.1.3 and V15.3.4: no header that a client sends changes it.
import "server-only";
import { isIPv4, isIPv6 } from "node:net";
import { settings } from "@/lib/settings";
import { peerAddress } from "./peer-address";

/**
 * The address to count against: the socket's, or with trusted proxies the n-th entry from the right of X-Forwarded-For,
 * which the outermost of them wrote. IPv6 counts by /64, the smallest net that one household or server is given.
 * "unknown" when nothing can be trusted: all such requests share one counter.
 */
export function clientAddress(headers: Headers): string {
  return countedAddress({
    peer: peerAddress(headers),
    forwarded: headers.get("x-forwarded-for"),
    trustedProxies: settings().trustedProxies,
  });
}

export function countedAddress(seen: {
  peer: string | null;
  forwarded: string | null;
  trustedProxies: number;
}): string {
  const peer = seen.peer === null ? null : netOf(seen.peer);
  if (peer === null) return "unknown";
  if (seen.trustedProxies === 0) return peer;
  const entry = seen.forwarded?.split(",").at(-seen.trustedProxies);
  return (entry && netOf(entry.trim())) || peer;
}

/**
 * The network that a filing came from, where that tells anything apart: not behind a proxy that nobody told us of, not in
 * a house of its own, not behind a carrier that puts thousands behind one address (RFC 1918, 4193, 4291, 6598).
 */
export function filingSource(headers: Headers): string | null {
  const address = clientAddress(headers);
  return address === "unknown" || isShared(address) ? null : address;
}

export function isShared(address: string): boolean {
  if (!isIPv4(address)) return /^(?:f[cd]|fe[89ab]|0:0:0:0)/.test(address);
  const [first = 0, second = 0] = address.split(".").map(Number);
  return (
    first === 10 ||
    first === 127 ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    (first === 100 && second >= 64 && second < 128)
  );
}

function netOf(written: string): string | null {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(written)?.[1] ?? /^([\d.]+):\d+$/.exec(written)?.[1] ?? written;
  const mapped = /^::ffff:([\d.]+)$/i.exec(bare)?.[1] ?? bare;
  if (isIPv4(mapped)) return mapped;
  const [address] = mapped.split("%");
  return address && isIPv6(address) ? `${prefixOf(address)}::/64` : null;
}

function prefixOf(address: string): string {
  // The URL parser writes every form of an IPv6 address in one way (RFC 5952), which leaves only `::` to fill.
  const [left = "", right] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const head = left === "" ? [] : left.split(":");
  const tail = right ? right.split(":") : [];
  const zeros = right === undefined ? [] : Array<string>(8 - head.length - tail.length).fill("0");
  return [...head, ...zeros, ...tail].slice(0, 4).join(":");
}
