import { randomInt } from "node:crypto";
import { createServer, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Duplex } from "node:stream";

/** One household's way to the portal: its browser's proxy, and every host that was asked for through it. */
export type Household = { proxy: string; hosts: ReadonlySet<string>; close(): Promise<void> };

/** Other machines of a test that its journeys lead to, by host and port: an organisation's own sign-in. */
export const neighbours = new Set<string>();

/**
 * People do not share one network address, and the portal's limits count by address. So each test reaches it from a
 * loopback address of its own, with the limits as they are in earnest. Only the portal and
 * its neighbours can be reached; what else a page asks for is noted and refused.
 */
export async function openHousehold(portal: URL): Promise<Household> {
  const hosts = new Set<string>();
  const tunnels = new Set<Duplex>();
  const address = `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`;
  // Only Linux has the whole of 127.0.0.0/8 at hand; elsewhere all share one address and runs must be fewer.
  const localAddress = process.platform === "linux" ? address : undefined;
  const server = createServer((asked, answer) => {
    const { host, hostname, port, pathname, search } = new URL(asked.url ?? "/", portal);
    hosts.add(host);
    if (host !== portal.host && !neighbours.has(host)) {
      answer.writeHead(502).end();
      return;
    }
    const { method, headers } = asked;
    const onward = request({
      hostname,
      port,
      path: `${pathname}${search}`,
      method,
      headers,
      localAddress,
      agent: false,
    });
    onward.on("response", (got) => {
      answer.writeHead(got.statusCode ?? 502, got.rawHeaders);
      got.pipe(answer);
      got.on("error", () => answer.destroy());
    });
    onward.on("error", () => answer.destroy());
    answer.on("close", () => onward.destroy());
    asked.pipe(onward);
  });
  // What a test asks for without a page comes as a tunnel.
  server.on("connect", ({ url }, socket, head) => {
    hosts.add(url ?? "unknown");
    if (url !== portal.host) {
      socket.destroy();
      return;
    }
    tunnels.add(socket);
    const onward = connect({ host: portal.hostname, port: Number(portal.port), localAddress });
    onward.on("connect", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [socket, onward]) end.on("error", () => [socket, onward].map((one) => one.destroy()));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    proxy: `http://127.0.0.1:${port}`,
    hosts,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
        for (const tunnel of tunnels) tunnel.destroy();
      }),
  };
}
