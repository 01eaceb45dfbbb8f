import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import {
  type CheckpointEntry,
  checkpointDigest,
  checkpointText,
  firstDigest,
  type Heads,
  movedHeads,
} from "./checkpoint";
import { contradiction, firstBrokenCheckpoint, vouchedEntries } from "./checkpoint-walk";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const isSigned = (text: string, { signature }: CheckpointEntry) => signature === text;

/** Checkpoints that follow each other, signed with their own text. */
function chained(...all: Heads[]): CheckpointEntry[] {
  let previous = firstDigest;
  return all.map((heads, place) => {
    const at = new Date(Date.UTC(2026, 11, 4 + place));
    const digest = checkpointDigest(previous, heads, sha256);
    previous = digest;
    return { at, heads, digest, signature: checkpointText({ at, digest }), keyId: "k" };
  });
}
const one = { a: { seq: 2, hash: "aa" } };
const two = { a: { seq: 3, hash: "ab" }, b: { seq: 1, hash: "ba" } };

test("checkpoints that follow each other hold", () => {
  expect(firstBrokenCheckpoint(chained(one, two), isSigned, sha256)).toBeNull();
  expect(firstBrokenCheckpoint([], isSigned, sha256)).toBeNull();
});

test("a missing, an altered and an unsigned one are named by their time", () => {
  const [first, second] = chained(one, two);
  if (!first || !second) throw new Error("two were made");
  expect(firstBrokenCheckpoint([second], isSigned, sha256)).toMatch(/2026-12-05.*one before it is missing/);
  expect(firstBrokenCheckpoint([{ ...first, heads: two }, second], isSigned, sha256)).toMatch(/2026-12-04.*altered/);
  expect(firstBrokenCheckpoint([{ ...first, signature: "" }], isSigned, sha256)).toMatch(/not signed/);
});

test("only what moved since is vouched for anew", () => {
  expect(movedHeads(two, one)).toEqual(two);
  expect(movedHeads({ ...two, ...one }, one)).toEqual({ b: two.b });
  expect(movedHeads(one, one)).toEqual({});
});

test("every head that was ever vouched for must still stand", () => {
  const vouched = vouchedEntries(chained(one, two));
  const chain = ["a1", "aa", "ab", "ac"].map((hash, place) => ({ seq: place + 1, hash }));
  expect(contradiction(chain, vouched, "a")).toBeNull();
  expect(contradiction(chain, vouched, "c")).toBeNull();
  expect(contradiction(chain.slice(0, 2), vouched, "a")).toMatch(/^entry 3 is missing/);
  expect(
    contradiction(
      chain.map((link) => ({ ...link, hash: "x" })),
      vouched,
      "a",
    ),
  ).toMatch(/^entry 2 was rewritten/);
});
