import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Need } from "@/lib/domain/lifecycle";
import { openWalks } from "./test-gate-runs";

// Holes are planted in a build that only this file sees: the table of steps loses a need, the database its triggers. The
// walks must find a way through where both are gone, and none where one of the two layers still stands.
const missing = vi.hoisted(() => new Set<string>());
vi.mock("@/lib/domain/lifecycle", async (original) => {
  const real = await original<typeof import("@/lib/domain/lifecycle")>();
  const lifecycle = Object.fromEntries(
    Object.entries(real.lifecycle).map(([step, edge]) => [
      step,
      {
        ...edge,
        get needs() {
          return (edge.needs as readonly Need[]).filter((need) => !missing.has(need));
        },
      },
    ]),
  );
  return { ...real, lifecycle };
});

type Wall = readonly [table: string, trigger: string];
const release: readonly Wall[] = [
  ["privacy_request", "gate"],
  ["answer", "gate"],
  ["event", "files_need_proof"],
];
const delivery: readonly Wall[] = [
  ["event", "gate_delivery"],
  ["event", "gate_delivery_browser"],
];

let desk: Awaited<ReturnType<typeof openWalks>>;
beforeAll(async () => {
  desk = await openWalks();
});
afterAll(() => desk?.close());
afterEach(async () => {
  missing.clear();
  await walls("ENABLE", [...release, ...delivery]);
});

async function walls(verb: "ENABLE" | "DISABLE", which: readonly Wall[]): Promise<void> {
  const owner = new pg.Client({ connectionString: desk.ownerUrl });
  await owner.connect();
  for (const [table, trigger] of which) await owner.query(`alter table ${table} ${verb} trigger ${trigger}`);
  await owner.end();
}

describe("a planted hole is found", () => {
  it.each<[string, Need, readonly Wall[], RegExp]>([
    [
      "an answer leaves without proof",
      "proof_for_granted_rights",
      [...release, ...delivery],
      /released|collected|words/,
    ],
    ["a file opens though nothing was shown anew", "fresh_proof", delivery, /collected/],
  ])(
    "in under 1,000 walks, where neither code nor database asks: %s",
    async (_, need, open, how) => {
      missing.add(need);
      await walls("DISABLE", open);
      const report = await desk.walk({ runs: 1000, seed: 7 });
      expect(report.breach).toMatch(how);
      expect(report.walks).toBeLessThan(1000);
    },
    900_000,
  );
});

describe("either layer holds alone", () => {
  const runs = Number(process.env.HABEAS_HOLE_WALKS ?? 40);

  it(`the database, where the code asks for no proof and for nothing shown anew: ${runs} walks`, async () => {
    missing.add("proof_for_granted_rights");
    missing.add("fresh_proof");
    const report = await desk.walk({ runs, seed: 11 });
    expect(report.breach).toBeNull();
    expect(report.walls).toBeGreaterThan(runs / 10);
    expect(report.reached.answer_granted).toBeGreaterThan(0);
  }, 900_000);

  it(`the code, where the database's gates are gone: ${runs} walks`, async () => {
    await walls("DISABLE", release);
    const report = await desk.walk({ runs, seed: 13 });
    expect(report.breach).toBeNull();
    expect(report.reached.answer_granted).toBeGreaterThan(0);
    expect(report.collected).toBeGreaterThan(0);
  }, 900_000);
});
