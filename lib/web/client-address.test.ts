import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { countedAddress } from "./client-address";
import { peerAddress, watchPeers } from "./peer-address";

describe("whom a limit counts", () => {
  it("V15.3.4 F5 is the other end of the connection, whatever is forwarded, when no proxy is trusted", () => {
    for (const forwarded of [null, "9.9.9.9", "9.9.9.9, 8.8.8.8", "unknown", ", ,"])
      expect(countedAddress({ peer: "203.0.113.9", forwarded, trustedProxies: 0 })).toBe("203.0.113.9");
  });

  it("is the entry that the outermost trusted proxy wrote", () => {
    const peer = "10.0.0.1";
    const forwarded = "6.6.6.6, 203.0.113.9, 10.0.0.2";
    expect(countedAddress({ peer, forwarded, trustedProxies: 1 })).toBe("10.0.0.2");
    expect(countedAddress({ peer, forwarded, trustedProxies: 2 })).toBe("203.0.113.9");
    expect(countedAddress({ peer, forwarded: "203.0.113.9:4711", trustedProxies: 1 })).toBe("203.0.113.9");
    expect(countedAddress({ peer, forwarded: null, trustedProxies: 1 })).toBe(peer);
    expect(countedAddress({ peer, forwarded: "garbage", trustedProxies: 1 })).toBe(peer);
    expect(countedAddress({ peer, forwarded: "203.0.113.9", trustedProxies: 3 })).toBe(peer);
  });

  it("is one net of IPv6 however it is written, and plain IPv4 inside it", () => {
    const counted = (peer: string) => countedAddress({ peer, forwarded: null, trustedProxies: 0 });
    expect(counted("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(counted("2001:0DB8:0001:0002::9")).toBe("2001:db8:1:2::/64");
    expect(counted("2001:db8:1:3::9")).toBe("2001:db8:1:3::/64");
    expect(counted("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
    expect(counted("::1")).toBe("0:0:0:0::/64");
    expect(counted("::ffff:203.0.113.9")).toBe("203.0.113.9");
    expect(countedAddress({ peer, forwarded: "[2001:db8:1:2::7]:443", trustedProxies: 1 })).toBe("2001:db8:1:2::/64");
  });

  it("is nobody in particular when the connection was not watched", () => {
    expect(countedAddress({ peer: null, forwarded: "203.0.113.9", trustedProxies: 1 })).toBe("unknown");
  });
});

const peer = "10.0.0.1";

describe("the other end of the connection", () => {
  it("V4.1.3 is written over whatever a client sends", async () => {
    expect(peerAddress(new Headers({ "x-habeas-peer": "undefined 9.9.9.9" }))).toBeNull();
    watchPeers();
    const server = createServer((http, answer) => {
      const seen = new Headers({ "x-habeas-peer": String(http.headers["x-habeas-peer"]) });
      answer.end(peerAddress(seen));
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const { port } = server.address() as AddressInfo;
    const headers = { "x-habeas-peer": "guess 9.9.9.9", "x-forwarded-for": "9.9.9.9" };
    const seen = await (await fetch(`http://127.0.0.1:${port}/`, { headers })).text();
    server.close();
    expect(seen).toBe("127.0.0.1");
    expect(peerAddress(new Headers({ "x-habeas-peer": "guess 9.9.9.9" }))).toBeNull();
  });
});
