import { describe, expect, it } from "vitest";
import { isOwnHost, isOwnPost, ownOrigins } from "./origin-check";

const base = "https://privacy.example.org";
const own = "https://privacy.example.org";

describe("V3.5.1, ATK-N4: a post from another site changes nothing", () => {
  const cases: readonly (readonly [string, Record<string, string>, boolean])[] = [
    ["our page, both headers", { origin: own, "sec-fetch-site": "same-origin" }, true],
    ["our page, an older browser without Sec-Fetch-Site", { origin: own }, true],
    ["our page under our own no-referrer policy", { origin: "null", "sec-fetch-site": "same-origin" }, true],
    ["our page, no Origin sent", { "sec-fetch-site": "same-origin" }, true],
    ["no Origin and nothing else", {}, false],
    ["Origin null alone (a sandboxed frame)", { origin: "null" }, false],
    ["a sandboxed frame that says so", { origin: "null", "sec-fetch-site": "cross-site" }, false],
    ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }, false],
    ["another site in an older browser", { origin: "https://evil.example" }, false],
    ["a sister host", { origin: "https://www.example.org", "sec-fetch-site": "same-site" }, false],
    ["our name without TLS", { origin: "http://privacy.example.org" }, false],
    ["our name at another port", { origin: "https://privacy.example.org:8443" }, false],
    ["our name as a prefix", { origin: "https://privacy.example.org.evil.example" }, false],
    ["an address typed by hand", { "sec-fetch-site": "none" }, false],
    ["our Origin, but the browser says cross-site", { origin: own, "sec-fetch-site": "cross-site" }, false],
  ];
  it.each(cases)("%s", (_, headers, taken) => expect(isOwnPost(new Headers(headers), base)).toBe(taken));

  it("0.4: a forged X-Forwarded-Host changes nothing", () => {
    const headers = { origin: "https://evil.example", "x-forwarded-host": "evil.example", host: "evil.example" };
    expect(isOwnPost(new Headers(headers), base)).toBe(false);
  });
});

describe("on loopback", () => {
  it("its three names count, at the same port and no other", () => {
    const names = ["http://127.0.0.1:3000", "http://localhost:3000", "http://[::1]:3000"];
    expect([...ownOrigins("http://127.0.0.1:3000")].sort()).toEqual([...names].sort());
    expect(isOwnPost(new Headers({ origin: "http://localhost:3001" }), "http://127.0.0.1:3000")).toBe(false);
    expect(ownOrigins("http://localhost")).toContain("http://127.0.0.1");
  });
  it("elsewhere one name counts", () => expect([...ownOrigins(base)]).toEqual([own]));
});

it("ATK-N8: an unlisted Host is not ours", () => {
  const hosts = ["privacy.example.org", "PRIVACY.example.org", "evil.example", "privacy.example.org:8443", "", null];
  expect(hosts.map((host) => isOwnHost(host, base))).toEqual([true, true, false, false, false, false]);
});
