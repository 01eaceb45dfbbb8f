import { createHash } from "node:crypto";
import pg from "pg";
import { holidaysFor } from "@/lib/calendars/holidays";
import { canonical } from "@/lib/domain/ledger";
import { liveStates } from "@/lib/domain/lifecycle";
import type { OrganisationProfile } from "@/lib/domain/organisation";

type Row = { id: string; profile: OrganisationProfile };

/**
 * Writes down what clocks run on, for each organisation where it differs from what was written last: another profile, or
 * another release of the calendar. Old requests keep the version that they name. Run at each start, after the migrations.
 */
export async function recordClockSettings(ownerUrl: string, now: Date): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<Row>("select id, profile from organisation order by slug");
    for (const row of rows) await recordOne(client, row, now);
  });
}

/** Organisations with open requests whose dates were promised under settings of before, and how many, for the start to say. */
export async function promisedBefore(ownerUrl: string): Promise<{ slug: string; open: number }[]> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; slug: string }>(
      "select id, slug from organisation order by slug",
    );
    const counted: { slug: string; open: number }[] = [];
    for (const { id, slug } of rows) counted.push({ slug, open: await openBefore(client, id) });
    return counted.filter(({ open }) => open > 0);
  });
}

// Two starts at once wait for each other at the organisation's row.
async function recordOne(client: pg.Client, { id, profile }: Row, now: Date): Promise<void> {
  const { promise, publishedPeriodDays = null, regimes } = profile;
  const holidays = [...holidaysFor(profile.holidays)].sort();
  const settings = { promiseDays: promise.days, publishedPeriodDays, holidays, regimes: [...regimes].sort() };
  const digest = createHash("sha256").update(canonical(settings)).digest("hex");
  await inOrganisation(client, id, async () => {
    await client.query("select 1 from organisation where id = $1 for update", [id]);
    const { rows } = await client.query<{ version: number; digest: string }>(
      "select version, digest from clock_settings where organisation_id = $1 order by version desc limit 1",
      [id],
    );
    if (rows[0]?.digest === digest) return;
    const version = (rows[0]?.version ?? 0) + 1;
    await client.query(
      `insert into clock_settings
         (organisation_id, version, "from", promise_days, published_period_days, holidays, regimes, digest)
       values ($1, $2, $3, $4, $5, $6::date[], $7, $8)`,
      [id, version, now, promise.days, publishedPeriodDays, holidays, settings.regimes, digest],
    );
    await client.query("update organisation set clock_settings = $2 where id = $1", [id, version]);
  });
}

async function openBefore(client: pg.Client, id: string): Promise<number> {
  const { rows } = await inOrganisation(client, id, () =>
    client.query<{ open: number }>(
      `select count(*)::int as open from privacy_request r
       where r.organisation_id = $1 and r.state = any($2)
         and r.clock_settings < (select o.clock_settings from organisation o where o.id = $1)`,
      [id, liveStates],
    ),
  );
  return rows[0]?.open ?? 0;
}

/** One transaction in which only this organisation's rows exist; the owner may be walled in too. */
async function inOrganisation<Result>(client: pg.Client, id: string, work: () => Promise<Result>): Promise<Result> {
  await client.query("begin");
  try {
    await client.query("select set_config('app.organisation', $1, true)", [id]);
    const result = await work();
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

async function asOwner<Result>(ownerUrl: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
