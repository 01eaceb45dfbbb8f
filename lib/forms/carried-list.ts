import type { QueueFilter } from "@/lib/domain/queue";
import { readQueueFilter } from "./console-queue";

/** The list that somebody came from, as a request's page carries it along; null for anything that is no list of the queue. */
export function carriedList(text: unknown): string | null {
  return typeof text === "string" && /^\/console(\?[^#\s]{0,1500})?$/.test(text) ? text : null;
}

/** What that list holds, from its beginning. */
export function filterOfList(list: string): QueueFilter {
  const { cursor: _, ...filter } = readQueueFilter(Object.fromEntries(new URLSearchParams(list.split("?")[1] ?? "")));
  return filter;
}

/** An address of a request that carries its list along. */
export function withList(address: string, list: string | null | undefined): string {
  return list ? `${address}${address.includes("?") ? "&" : "?"}from=${encodeURIComponent(list)}` : address;
}
