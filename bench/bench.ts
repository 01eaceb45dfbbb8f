// `npm run bench`: how long the console's reads take with 10,000 and with 1,000,000 requests in one organisation and 200
// small ones beside it. Prints JSON; exits 1 where a limit is not kept. `-- --small`: a hundredth of it, to try the bench.
import { parseArgs } from "node:util";
import { findOrganisation } from "@/lib/db/organisations";
import { type CalendarDate, localDay } from "@/lib/domain/calendar-date";
import { type BenchDatabase, cloneOrganisations, startBenchDatabase } from "./bench-database";
import { type Known, measuredQueries } from "./measured-queries";
import { seedLedger } from "./seed-ledger";
import { seedRequests } from "./seed-requests";
import { type Taken, takeTimes } from "./stopwatch";

const { small = false } = parseArgs({ options: { small: { type: "boolean" } } }).values;
const [few, many, neighbours, rounds] = small ? [1_000, 20_000, 10, 20] : [10_000, 1_000_000, 200, 60];
const limits = { ratio: 1.5, milliseconds: 300 };

const now = new Date();
const today = localDay(now, "UTC");
const begun = performance.now();
const say = (line: string) => console.error(`${Math.round((performance.now() - begun) / 1000)} s  ${line}`);

const database = await startBenchDatabase(now);
try {
  const results = await measure(database);
  const missed = Object.entries(results).filter(([, { kept }]) => !kept);
  console.log(
    JSON.stringify(
      {
        requests: { few, many, neighbours },
        rounds,
        limits,
        seconds: Math.round((performance.now() - begun) / 1000),
        results,
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
  for (const id of await cloneOrganisations(owner, slugs)) await seed(id, 50);
  say(`${neighbours} neighbours are there`);
  const [fewId = "", manyId = ""] = await cloneOrganisations(owner, ["bench-few", "bench-many"]);
  await seed(fewId, few);
  const atFew = await times(fewId, today);
  say(`measured with ${few} requests`);
  await seed(manyId, many);
  say(`${many} requests are there`);
  const atMany = await times(manyId, today);
  return Object.fromEntries(
    Object.entries(atMany).map(([name, taken]) => {
      const before = atFew[name] ?? { p50: Number.NaN, p95: Number.NaN };
      const ratio = Math.round((taken.p95 / before.p95) * 100) / 100;
      const kept = ratio <= limits.ratio && taken.p95 < limits.milliseconds;
      return [name, { few: before, many: taken, ratio, kept }];
    }),
  );

  async function seed(organisationId: string, count: number): Promise<void> {
    await seedRequests(owner, { organisationId, count, today });
    await seedLedger(owner, { organisationId, today });
  }

  async function times(id: string, day: CalendarDate): Promise<Record<string, Taken>> {
    const organisation = await findOrganisation({ id });
    if (!organisation) throw new Error("the seeded organisation is not there");
    const taken: Record<string, Taken> = {};
    for (const [name, look] of Object.entries(measuredQueries(organisation, day, await knownOf(id)))) {
      taken[name] = await takeTimes(rounds, look);
    }
    return taken;
  }

  async function knownOf(organisationId: string): Promise<Known> {
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
}
