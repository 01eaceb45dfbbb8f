import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort } from "./free-port";
import { assertPortFree, listeningSockets, portMessage } from "./port-holder";

test("says who has the port and what to do", () => {
  expect(portMessage("EADDRINUSE", "127.0.0.1", 3000, { pid: 4242, command: "node server.js" })).toBe(
    "Port 3000 on 127.0.0.1 is taken by process 4242 (node server.js).\nStop it (kill 4242), or start on another port:\n  PORT=3001 npm start",
  );
});

test("does not name a process that cannot be seen", () => {
  expect(portMessage("EADDRINUSE", "127.0.0.1", 3000)).not.toContain("kill");
});

test.each([
  ["EACCES", "PORT=3000"],
  ["EADDRNOTAVAIL", "HOST=127.0.0.1"],
  ["EWHATEVER", "PORT=81"],
])("%s comes with something to do", (reason, advice) => {
  expect(portMessage(reason, "192.0.2.1", 80)).toContain(advice);
});

test("reads the listening sockets of one port", () => {
  const table = [
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
    "   0: 0100007F:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 111 1",
    "   1: 0100007F:0BB8 0100007F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 222 1",
    "   2: 0100007F:0BB9 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 333 1",
  ].join("\n");
  expect(listeningSockets(table, 3000)).toEqual(["111"]);
});

test("finds this very process behind a taken port", async () => {
  const port = await freePort();
  const server = createServer().listen(port, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  try {
    await expect(assertPortFree("127.0.0.1", port)).rejects.toThrow(`process ${process.pid}`);
  } finally {
    server.close();
  }
});
