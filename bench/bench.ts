// `npm run bench`: how long the console's reads take with 10,000 and with 1,000,000 requests in one organisation and 200
// small ones beside it. Prints JSON; exits 1 where a limit is not kept. `-- --small`: a part of it, to try the bench;
// `-- --many 200000`: with another number where there is no time for a million.
import { parseArgs } from "node:util";
import type pg from "pg";
import { findOrganisation } from "@/lib/db/organisations";
import { localDay } from "@/lib/domain/calendar-date";
import { type BenchDatabase, cloneOrganisations, startBenchDatabase } from "./bench-database";
import { measurePackage } from "./measure-package";
import { measureSweep } from "./measure-sweep";
import { type Known, type Measured, measuredQueries } from "./measured-queries";
import { seedLedger } from "./seed-ledger";
import { seedRequests } from "./seed-requests";
import { type Taken, takeTimes } from "./stopwatch";

const { values } = parseArgs({ options: { small: { type: "boolean" }, many: { type: "string" } } });
const [few, most, neighbours, rounds, due] = values.small
  ? [1_000, 20_000, 10, 20, 2_000]
  : [10_000, 1_000_000, 200, 60, 25_000];
const many = values.many === undefined ? most : Number(values.many);
const limits = { ratio: 1.5, milliseconds: 300, sweep: 2 };

const now = new Date();
const today = localDay(now, "UTC");
const begun = performance.now();
const say = (line: string) => console.error(`${Math.round((performance.now() - begun) / 1000)} s  ${line}`);

const database = await startBenchDatabase(now);
try {
  const results = await measure(database);
  const sweep = await measureSweep(database.owner, { count: due, today, now });
  say(`sweep: ${sweep.seconds.sweep} s, ${sweep.seconds.plain} s by SQL alone`);
  const packages = await measurePackage(values.small ? { speed: 20, most: 100 } : { speed: 250, most: 2000 });
  say(`package: ${packages.throughput.ratio} times plain gzip, ${packages.memory.peakMegabytes} MB at the peak`);
  const missed = Object.entries({ ...results, sweep: { kept: sweep.ratio <= limits.sweep }, package: packages }).filter(
    ([, { kept }]) => !kept,
  );
  console.log(
    JSON.stringify(
      {
        requests: { few, many, neighbours },
        rounds,
        limits,
        seconds: Math.round((performance.now() - begun) / 1000),
        results,
        sweep,
        package: packages,
      },
      null,
      2,
    ),
  );
  for (const [name] of missed) say(`over its limit: ${name}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  await database.close();
}

async function measure({ owner }: BenchDatabase) {
  const slugs = Array.from({ length: neighbours }, (_, count) => `bench-neighbour-${count + 1}`);
  for (const id of await cloneOrganisations(owner, slugs)) await seed(owner, id, 50);
  say(`${neighbours} neighbours are there`);
  const [fewId = "", manyId = ""] = await cloneOrganisations(owner, ["bench-few", "bench-many"]);
  await seed(owner, fewId, few);
  await seed(owner, manyId, many);
  const [ofFew, ofMany] = [await looks(owner, fewId), await looks(owner, manyId)];
  const results: Record<string, { few: Taken; many: Taken; ratio: number; kept: boolean }> = {};
  for (const [name, look] of Object.entries(ofMany)) {
    const before = ofFew[name];
    if (!before) continue;
    // In turns: whatever else the machine does meanwhile slows both.
    const [atFew, atMany] = await takeTimes(rounds, [before, look]);
    const ratio = Math.round((atMany.p95 / atFew.p95) * 100) / 100;
    say(`${name}: ${atFew.p95} ms, ${atMany.p95} ms`);
    results[name] = {
      few: atFew,
      many: atMany,
      ratio,
      kept: ratio <= limits.ratio && atMany.p95 < limits.milliseconds,
    };
  }
  return results;
}

async function seed(owner: pg.Client, organisationId: string, count: number): Promise<void> {
  const { milliseconds } = await seedRequests(owner, { organisationId, count, today });
  const at = performance.now();
  await seedLedger(owner, { organisationId, today });
  const seconds = [milliseconds, performance.now() - at].map((taken) => Math.round(taken / 1000));
  if (count >= few) say(`${count} requests in ${seconds[0]} s, their ledger in ${seconds[1]} s`);
}

async function looks(owner: pg.Client, id: string): Promise<Measured> {
  const organisation = await findOrganisation({ id });
  if (!organisation) throw new Error("the seeded organisation is not there");
  return measuredQueries(organisation, today, await knownOf(owner, id));
}

async function knownOf(owner: pg.Client, organisationId: string): Promise<Known> {
  await owner.query("begin");
  await owner.query("select set_config('app.organisation', $1, true)", [organisationId]);
  const { rows } = await owner.query<Known>(
    `select reference, email_index as email, name_index as name from privacy_request
     where organisation_id = $1 order by id limit 1`,
    [organisationId],
  );
  await owner.query("commit");
  if (!rows[0]) throw new Error("nothing was seeded");
  return rows[0];
}
