import "server-only";
import { type AccountDoor, accountMinutes, type ProvenAccount } from "@/lib/domain/account";
import type { VisitorActor } from "@/lib/domain/actor";
import { visitorOf } from "../visitor";
import { openFromBrowser, sealForBrowser } from "./sealed-for-browser";

export const provenAccountSeconds = accountMinutes * 60;

type At = { id: string };

/** What the browser keeps for half an hour after either door, for this organisation alone. */
export function sealAccount(organisation: At, account: ProvenAccount, now: Date): string {
  const endsAt = new Date(now.getTime() + provenAccountSeconds * 1000);
  return sealForBrowser({ organisation, carried: "account" }, account, endsAt);
}

/** The account that this browser proved here; null when there is none, it ended, or it was proven elsewhere. */
export function openAccount(organisation: At, sealed: string | null | undefined, now: Date): ProvenAccount | null {
  const value = openFromBrowser({ organisation, carried: "account" }, sealed, now);
  return value === null ? null : (value as ProvenAccount);
}

/** A visitor, with the account that they proved where they did. */
export function visitorFrom(organisation: At, sealed: string | null | undefined, now: Date): VisitorActor {
  const account = openAccount(organisation, sealed, now);
  return account ? { ...visitorOf(organisation), account } : visitorOf(organisation);
}

/** `anew`: as the door saw it (lib/domain/account.ts). */
export function provenAccount(
  who: { email: string; name: string | null },
  door: AccountDoor,
  anew: boolean,
): ProvenAccount {
  return { email: who.email, name: who.name, door, anew };
}
