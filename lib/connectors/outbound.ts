import "server-only";
import { lookup as systemLookup } from "node:dns";
import { type IncomingMessage, request as plainRequest, type RequestOptions } from "node:http";
import { request as tlsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { SystemUnanswered } from "@/lib/domain/systems/system-problem";
import { type AddressClass, addressClass } from "./address-class";
import { connectorLimits } from "./connector-limits";

/** Which hosts may be asked; see settings. `lookup` resolves names: the system's own, or a test's. */
export type Outbound = { hosts: readonly string[]; privateHosts: readonly string[]; lookup?: LookupFunction };

type Posted = { url: string; headers: Readonly<Record<string, string>>; body: string };

/**
 * Posts to a host that is allowed, and gives its answer as soon as the head is there. The address is judged when it was
 * resolved, by the very call that the connection is then made with: no second resolution can slip another one in
 * (CVE-2023-46124, ATK-N3). No redirects, no proxy, no connection that was opened for something else.
 *
 * @throws SystemUnanswered
 */
export function postOutside({ url, headers, body }: Posted, outbound: Outbound): Promise<IncomingMessage> {
  const to = allowed(url, outbound);
  const host = to.url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0) refuseAddress(host, host, to.isHouse);
  const options: RequestOptions = {
    method: "POST",
    // Each question has a connection of its own: one that was kept might lead where its name no longer does.
    agent: false,
    headers: { ...headers, "content-length": Buffer.byteLength(body), connection: "close" },
    lookup: judging(host, to.isHouse, outbound.lookup ?? systemLookup),
    timeout: connectorLimits.silence,
  };
  return new Promise((resolve, reject) => {
    const asked = (to.url.protocol === "https:" ? tlsRequest : plainRequest)(to.url, options, resolve);
    const connecting = setTimeout(() => asked.destroy(new SystemUnanswered("slow", host)), connectorLimits.connect);
    asked.on("socket", (socket) => socket.once("connect", () => clearTimeout(connecting)));
    asked.on("response", () => clearTimeout(connecting));
    asked.on("timeout", () => asked.destroy(new SystemUnanswered("slow", host)));
    asked.on("error", (fault: NodeJS.ErrnoException) => {
      clearTimeout(connecting);
      const code = fault.code ?? fault.name;
      reject(fault instanceof SystemUnanswered ? fault : new SystemUnanswered("unreachable", `${host}: ${code}`));
    });
    asked.end(body);
  });
}

/** The address as it will be asked. @throws SystemUnanswered where nobody allowed its host */
function allowed(written: string, { hosts, privateHosts }: Outbound): { url: URL; isHouse: boolean } {
  const url = URL.canParse(written) ? new URL(written) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new SystemUnanswered("not_allowed", "it is no http address");
  if (url.username || url.password) throw new SystemUnanswered("not_allowed", "it has a password in it");
  const isHouse = privateHosts.some((named) => fits(named, url));
  if (!isHouse && !hosts.some((named) => fits(named, url)))
    throw new SystemUnanswered("not_allowed", `${url.host} is not in HABEAS_OUTBOUND_HOSTS`);
  if (!isHouse && url.protocol !== "https:")
    throw new SystemUnanswered("not_allowed", `${url.host} is asked without TLS`);
  return { url, isHouse };
}

/** Without a port, a name stands for the ports of http and https alone. */
function fits(named: string, url: URL): boolean {
  const [, name = "", port = ""] = /^(.*?)(?::(\d+))?$/.exec(named) ?? [];
  const samePort = port === "" ? url.port === "" : port === (url.port || (url.protocol === "https:" ? "443" : "80"));
  const host = url.hostname.replace(/\.$/, "");
  return samePort && (name.startsWith("*.") ? host.endsWith(name.slice(1)) : host === name);
}

function judging(host: string, isHouse: boolean, resolve: LookupFunction): LookupFunction {
  return (name, options, answer) => {
    resolve(name, { ...options, all: true }, (fault, found) => {
      const addresses = Array.isArray(found) ? found : [];
      const refused =
        fault ??
        refusalOf(
          addresses.map(({ address }) => address),
          host,
          isHouse,
        );
      const [first] = addresses;
      if (refused || !first) answer(refused ?? new SystemUnanswered("unreachable", host), "", 0);
      else if (options.all) answer(null, addresses);
      else answer(null, first.address, first.family);
    });
  };
}

/** One address that may not be asked is enough: which of them a connection takes is not ours to say. */
function refusalOf(addresses: readonly string[], host: string, isHouse: boolean): SystemUnanswered | null {
  try {
    for (const address of addresses) refuseAddress(address, host, isHouse);
    return null;
  } catch (fault) {
    return fault as SystemUnanswered;
  }
}

function refuseAddress(address: string, host: string, isHouse: boolean): void {
  const found: AddressClass = addressClass(address);
  if (found === "never") throw new SystemUnanswered("not_allowed", `${host} stands at an address that nobody may ask`);
  if (found === "private" && !isHouse)
    throw new SystemUnanswered("not_allowed", `${host} stands in a private network; see HABEAS_OUTBOUND_PRIVATE_HOSTS`);
}
