import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { openForInstance, sealForInstance } from "@/lib/db/field-encryption";
import type { Mistakes, Typed } from "@/lib/forms/kept-values";
import { type CookieToSet, cookieName } from "./cookies";

/** What the next page has to say: mistakes and typed text of a form, or something that was made and is shown here only. */
export type Notice = { values: Typed; mistakes: Mistakes; shown: Readonly<Record<string, string>> };

const minutes = 5;
const carried = z.object({
  page: z.string(),
  until: z.number(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  mistakes: z.record(z.string(), z.string()),
  shown: z.record(z.string(), z.string()),
});

const silent: ReadonlySet<string> = new Set(["password", "newPassword", "code", "token"]);

/**
 * A notice in a sealed cookie, for forms that belong to no organisation yet and so have no table to be kept in.
 * Passwords and codes are never in it: they are typed again.
 */
export function noticeCookie(page: string, notice: Partial<Notice>, now: Date): CookieToSet {
  const values = Object.fromEntries(Object.entries(notice.values ?? {}).filter(([name]) => !silent.has(name)));
  const { mistakes = {}, shown = {} } = notice;
  const until = now.getTime() + minutes * 60_000;
  const sealed = sealForInstance("kept-form", "notice", JSON.stringify({ page, until, values, mistakes, shown }));
  return { name: "habeas_notice", value: Buffer.from(sealed).toString("base64url"), maxAgeSeconds: minutes * 60 };
}

/** The notice for this page; an empty one when there is none, it is too old, or it is meant for another page. */
export async function readNotice(page: string): Promise<Notice> {
  const cookie = (await cookies()).get(cookieName("habeas_notice"))?.value;
  return (cookie && openNotice(page, cookie, new Date())) || { values: {}, mistakes: {}, shown: {} };
}

export function openNotice(page: string, cookie: string, now: Date): Notice | null {
  try {
    const opened = openForInstance("kept-form", "notice", Buffer.from(cookie, "base64url"));
    const { page: meant, until, ...notice } = carried.parse(JSON.parse(opened));
    return meant === page && until > now.getTime() ? notice : null;
  } catch {
    // Altered, or sealed with another secret: as good as none.
    return null;
  }
}
