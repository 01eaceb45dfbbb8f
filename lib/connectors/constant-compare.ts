import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { canonicalEmail, canonicalName } from "@/lib/domain/filing";
import { canonicalPoint } from "@/lib/domain/matching";

/** 1 where both are there and the same, else 0. */
type Compare = (typed: string, held: string) => 0 | 1;

/**
 * Compares canonical forms by digests under a key that lives for one question, in a time that says nothing about how much of
 * them is alike (ATK-M10). What is empty fits nothing: a record without a date of birth is not shown by leaving it out.
 */
export function comparing(key: Buffer): { name: Compare; email: Compare; point: Compare } {
  const digest = (text: string) => createHmac("sha256", key).update(text).digest();
  const by =
    (canonical: (text: string) => string): Compare =>
    (typed, held) => {
      const [one, other] = [canonical(typed), canonical(held)];
      const same = Number(timingSafeEqual(digest(one), digest(other)));
      return (same * Number(one.length > 0) * Number(other.length > 0)) as 0 | 1;
    };
  return { name: by(canonicalName), email: by(canonicalEmail), point: by(canonicalPoint) };
}
