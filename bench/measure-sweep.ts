// How long the sweep takes to tell staff of dates that have passed, beside SQL that reads and writes the same.
import type pg from "pg";
import { findOrganisation } from "@/lib/db/organisations";
import { sweepDue } from "@/lib/jobs/sweep-due";
import { cloneOrganisations } from "./bench-database";
import { plainSweep } from "./plain-sweep";
import { seedRequests } from "./seed-requests";

export type SweepTaken = { requests: number; seconds: { sweep: number; plain: number }; ratio: number };

/** Four organisations of as many requests, all of them just overdue, swept in turns: plain, ours, ours, plain. */
export async function measureSweep(
  owner: pg.Client,
  { count, today, now }: { count: number; today: string; now: Date },
): Promise<SweepTaken> {
  const ids = await cloneOrganisations(
    owner,
    [1, 2, 3, 4].map((number) => `bench-sweep-${number}`),
  );
  for (const id of ids) await seedOverdue(owner, { id, count, today });
  const [first = "", second = "", third = "", fourth = ""] = ids;
  const plain = (id: string) => plainSweep(owner, id, today);
  const ours = async (id: string) => {
    const organisation = await findOrganisation({ id });
    return organisation ? sweepDue(organisation, now) : 0;
  };
  const times = [
    await timed(plain, first, count),
    await timed(ours, second, count),
    await timed(ours, third, count),
    await timed(plain, fourth, count),
  ] as const;
  const seconds = { sweep: rounded(times[1] + times[2]), plain: rounded(times[0] + times[3]) };
  return { requests: 2 * count, seconds, ratio: Math.round((seconds.sweep / seconds.plain) * 100) / 100 };
}

async function timed(work: (id: string) => Promise<number>, id: string, count: number): Promise<number> {
  const begun = performance.now();
  const swept = await work(id);
  if (swept !== count) throw new Error(`${swept} of ${count} were swept`);
  return (performance.now() - begun) / 1000;
}

async function seedOverdue(owner: pg.Client, of: { id: string; count: number; today: string }): Promise<void> {
  await seedRequests(owner, { organisationId: of.id, count: of.count, today: of.today });
  await owner.query("begin");
  await owner.query("select set_config('app.organisation', $1, true)", [of.id]);
  await owner.query("alter table privacy_request disable trigger user");
  await owner.query(
    `update privacy_request set state = 'in_progress', closed_on = null, due_on = $2::date - 1, next_due_on = $2::date - 1, notice_on = $2::date
     where organisation_id = $1::uuid`,
    [of.id, of.today],
  );
  await owner.query("alter table privacy_request enable trigger user");
  await owner.query("commit");
  await owner.query("vacuum (analyze) privacy_request");
}

function rounded(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
