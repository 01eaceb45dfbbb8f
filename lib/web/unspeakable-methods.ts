import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

// The Fetch standard forbids these, so the framework cannot even build its request and answers 500 (measured, 16.4.6).
const unspeakable = new Set(["TRACE", "TRACK"]);
const watched = globalThis as typeof globalThis & { habeasMethodsWatched?: boolean };

/** Lets requests with such a method arrive under one that proxy.ts can see and refuses with 405 (ASVS V4.1.4). */
export function tameMethods(): void {
  if (watched.habeasMethodsWatched) return;
  watched.habeasMethodsWatched = true;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    if (unspeakable.has(request.method ?? "")) request.method = "DELETE";
  });
}
