import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openWalks } from "./test-gate-runs";

// `npm run -s walks -- --runs 10000` asks for more than a day's run, a chunk at a time.
const runs = Number(process.env.HABEAS_WALKS ?? 120);
const seed = Number(process.env.HABEAS_WALKS_SEED ?? 20_261_124);

let desk: Awaited<ReturnType<typeof openWalks>>;
beforeAll(async () => {
  desk = await openWalks();
});
afterAll(() => desk?.close());

it(`ATK-I1, ATK-I3, ATK-I4, ATK-I5, ATK-I8, ATK-R3: in ${runs} walks over the database nobody gets a byte or an erasure around the gate`, async () => {
  const report = await desk.walk({ runs, seed });
  if (process.env.HABEAS_WALKS_OUT) writeFileSync(process.env.HABEAS_WALKS_OUT, JSON.stringify(report));
  expect(report.breach).toBeNull();
  expect(report.strange).toEqual([]);
  // Otherwise the walks would prove nothing.
  const seldom = Object.entries(report.reached).filter(([, walks]) => walks < Math.round(runs / 200));
  expect(seldom).toEqual([]);
  expect(report.reached.answer_granted).toBeGreaterThan(runs / 10);
  expect(report.reached.answer_collected).toBeGreaterThan(runs / 20);
  expect(report.reached.impostor_refused).toBeGreaterThan(runs / 10);
}, 3_600_000);
