import { randomBytes } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const header = "x-habeas-peer";
// Next bundles this module more than once in a process; the mark must be one all the same.
const held = globalThis as typeof globalThis & { habeasPeerMark?: string };

/**
 * Writes the socket's address into a header of every request before the framework sees it, over whatever was sent.
 * Needed because Next keeps a client's own X-Forwarded-For and shows the socket to nobody (docs/decisions/021).
 * Called once, from instrumentation.ts, in the process that holds the HTTP server.
 */
export function watchPeers(): void {
  if (held.habeasPeerMark) return;
  const mark = randomBytes(16).toString("hex");
  held.habeasPeerMark = mark;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[header] = `${mark} ${request.socket.remoteAddress ?? ""}`;
  });
}

/** The other end of the connection, or null when this process did not watch: then nothing in the headers is believed. */
export function peerAddress(headers: Headers): string | null {
  const [mark, address] = headers.get(header)?.split(" ") ?? [];
  if (!held.habeasPeerMark || mark !== held.habeasPeerMark) return null;
  return address || null;
}
