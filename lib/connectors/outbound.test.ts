import type { LookupFunction } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { SystemUnanswered } from "@/lib/domain/systems/system-problem";
import { type Outbound, postOutside } from "./outbound";
import { testServers } from "./test-system";

const servers = testServers();
afterEach(() => servers.close());

/** Answers each resolution with the next of these; the last stays. */
function resolving(...answers: readonly string[][]): LookupFunction & { asked: number } {
  const lookup: LookupFunction = (_, options, answer) => {
    const found = answers[Math.min(hook.asked, answers.length - 1)] ?? [];
    hook.asked += 1;
    const addresses = found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    const [first] = addresses;
    if (options.all) answer(null, addresses);
    else answer(null, first?.address ?? "", first?.family);
  };
  const hook = Object.assign(lookup, { asked: 0 });
  return hook;
}

const post = async (url: string, outbound: Partial<Outbound>) => {
  const answer = await postOutside({ url, headers: {}, body: "{}" }, { hosts: [], privateHosts: [], ...outbound });
  answer.resume();
  return answer.statusCode;
};
const refused = (url: string, outbound: Partial<Outbound>) =>
  post(url, outbound).then(
    (status) => `answered ${status}`,
    (fault: unknown) => (fault instanceof SystemUnanswered ? fault.problem : String(fault)),
  );

async function counting() {
  const heard = { times: 0 };
  const server = await servers.served((_, answer) => {
    heard.times += 1;
    answer.end("{}");
  });
  return { ...server, heard };
}

describe("CVE-2023-46124: who may be asked", () => {
  it("nobody who is not named", async () => {
    const { url, port, heard } = await counting();
    for (const address of [url, `http://localhost:${port}/`, `https://127.0.0.1:${port}/`])
      expect(await refused(address, {})).toBe("not_allowed");
    expect(heard.times).toBe(0);
  });

  it("a host of the house that is named with its port", async () => {
    const { url, port } = await counting();
    expect(await post(url, { privateHosts: [`127.0.0.1:${port}`] })).toBe(200);
    expect(await refused(url, { privateHosts: ["127.0.0.1"] })).toBe("not_allowed");
    const lookup = resolving(["127.0.0.1"]);
    const named = [`*.house.example:${port}`];
    expect(await post(`http://erp.house.example:${port}/`, { privateHosts: named, lookup })).toBe(200);
    expect(await refused(`http://house.example:${port}/`, { privateHosts: named, lookup })).toBe("not_allowed");
    expect(await refused(`http://evilhouse.example:${port}/`, { privateHosts: named, lookup })).toBe("not_allowed");
  });

  it("no host of the world without TLS, with a password, or by another scheme", async () => {
    const hosts = ["crm.example.org"];
    for (const url of [
      "http://crm.example.org/",
      "https://user:word@crm.example.org/",
      "ftp://crm.example.org/",
      "file:///etc/passwd",
      "https://crm.example.org.evil.example/",
      "https://crm.example.org@evil.example/",
      "https://crm.example.org:8443/",
      "nowhere",
    ])
      expect(await refused(url, { hosts, lookup: resolving(["8.8.8.8"]) })).toBe("not_allowed");
  });

  it.each([
    "127.0.0.1",
    "10.0.0.1",
    "192.168.0.1",
    "172.16.0.1",
    "100.64.0.1",
    "169.254.169.254",
    "0.0.0.0",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:a9fe:a9fe",
    "fd00:ec2::254",
    "fe80::1",
    "64:ff9b::7f00:1",
  ])("no name that stands at %s, alone or beside an address of the world", async (address) => {
    const url = "https://crm.example.org/";
    const hosts = ["crm.example.org"];
    expect(await refused(url, { hosts, lookup: resolving([address]) })).toBe("not_allowed");
    expect(await refused(url, { hosts, lookup: resolving(["93.184.216.34", address]) })).toBe("not_allowed");
  });

  it.each([
    "http://169.254.169.254/",
    "http://0.0.0.0/",
    "http://[::ffff:169.254.169.254]/",
    "http://2852039166/",
    "http://0xa9fea9fe/",
    "http://0251.0376.0251.0376/",
  ])("%s not even where somebody named it as one of the house", async (url) => {
    const { hostname } = new URL(url);
    expect(await refused(url, { privateHosts: [hostname] })).toBe("not_allowed");
  });

  it("however the loopback is written, it is private", async () => {
    const { port, heard } = await counting();
    for (const host of ["127.1", "2130706433", "0x7f.1", "0177.0.0.1", "[::ffff:7f00:1]", "127.0.0.1"]) {
      const url = `https://${host}:${port}/`;
      expect(await refused(url, { hosts: [new URL(url).host] })).toBe("not_allowed");
    }
    expect(heard.times).toBe(0);
  });

  it("rebinding: what was judged is what is connected to, and nothing resolves a second time", async () => {
    const { port, heard } = await counting();
    const host = "crm.example.org";
    const url = `https://${host}:${port}/`;
    // The first resolution would have passed a check; it is also the one that the connection takes.
    const first = resolving(["192.0.2.1"], ["127.0.0.1"]);
    expect(await refused(url, { hosts: [`${host}:${port}`], lookup: first })).toBe("not_allowed");
    const second = resolving(["127.0.0.1"], ["93.184.216.34"]);
    expect(await refused(url, { hosts: [`${host}:${port}`], lookup: second })).toBe("not_allowed");
    const house = resolving(["127.0.0.1"], ["127.0.0.2"]);
    expect(await post(`http://${host}:${port}/`, { privateHosts: [`${host}:${port}`], lookup: house })).toBe(200);
    expect([first.asked, second.asked, house.asked, heard.times]).toEqual([1, 1, 1, 1]);
  });

  it("ATK-N3: a redirect is an answer, and nobody follows it", async () => {
    const other = await counting();
    const { url, port } = await servers.served((_, answer) => answer.writeHead(307, { location: other.url }).end());
    expect(await post(url, { privateHosts: [`127.0.0.1:${port}`, `127.0.0.1:${other.port}`] })).toBe(307);
    expect(other.heard.times).toBe(0);
  });

  it("a name that nobody knows, and a port where nobody is, are told apart from what is forbidden", async () => {
    const nobody: LookupFunction = (_, __, answer) =>
      answer(Object.assign(new Error("not found"), { code: "ENOTFOUND" }), "", 0);
    const hosts = ["crm.example.org"];
    expect(await refused("https://crm.example.org/", { hosts, lookup: nobody })).toBe("unreachable");
    expect(await refused("https://crm.example.org/", { hosts, lookup: resolving([]) })).toBe("unreachable");
    const { url, port } = await counting();
    servers.close();
    expect(await refused(url, { privateHosts: [`127.0.0.1:${port}`] })).toBe("unreachable");
  });
});
