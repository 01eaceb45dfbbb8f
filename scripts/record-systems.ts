import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { localDay } from "@/lib/domain/calendar-date";
import type { DomainEvent } from "@/lib/domain/events";
import { entryOf, genesis, linkHash } from "@/lib/domain/ledger";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { afterReading, registered, systemText } from "@/lib/domain/systems/register";
import type { RegisteredSystem } from "@/lib/domain/systems/registered-system";

type Row = { id: string; profile: OrganisationProfile };
type Kept = { system: RegisteredSystem; filed: RegisteredSystem | null; removed: boolean };

/** Takes what the profiles say of systems into the registers (065). One event for each organisation where anything changed. */
export async function recordSystems(ownerUrl: string, now: Date): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Row>("select id, profile from organisation order by slug");
    for (const row of rows) await recordOne(client, row, now);
  } finally {
    await client.end();
  }
}

async function recordOne(client: pg.Client, { id, profile }: Row, now: Date): Promise<void> {
  await client.query("begin");
  try {
    await client.query("select set_config('app.organisation', $1, true)", [id]);
    // Two starts at once, and whoever edits in the console just now, wait here for each other.
    await client.query("select pg_advisory_xact_lock(hashtextextended($1::text, 0))", [id]);
    const kept = await keptSystems(client, id);
    const filed = new Map(profile.systems.map((entry, place) => [entry.id, registered(entry, place)]));
    const counts = { added: 0, changed: 0, removed: 0 };
    for (const system of new Set([...kept.keys(), ...filed.keys()])) {
      const done = await takeOver(client, { id, now }, kept.get(system), filed.get(system) ?? null);
      if (done) counts[done] += 1;
    }
    const [before, after] = [digestOf(kept), digestOf(await keptSystems(client, id))];
    if (before !== after) {
      const event = { type: "SystemsRead", ...counts, before, after };
      await append(client, { id, profile }, event, now);
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

/** What the register holds now, in the form in which the file has it. */
async function keptSystems(client: pg.Client, id: string): Promise<Map<string, Kept>> {
  const { rows } = await client.query<{ system: RegisteredSystem; filed: RegisteredSystem | null; removed: boolean }>(
    `select json_build_object('id', id, 'name', name, 'owner', json_strip_nulls(json_build_object(
         'name', owner_name, 'email', owner_email)), 'categories', categories, 'recipients', recipients,
         'identifiers', identifiers, 'askedBy', asked_by, 'order', place) as system,
       filed, removed_at is not null as removed
     from data_system where organisation_id = $1 order by id`,
    [id],
  );
  return new Map(rows.map((row) => [row.system.id, row]));
}

async function takeOver(
  client: pg.Client,
  { id, now }: { id: string; now: Date },
  before: Kept | undefined,
  filed: RegisteredSystem | null,
): Promise<"added" | "changed" | "removed" | null> {
  const kept = before && !before.removed ? before.system : null;
  const known = { kept, filed: before?.filed ?? null };
  const after = afterReading(known, filed);
  const values = [filed && JSON.stringify(filed), now];
  const from = after ?? before?.system;
  if (!from) return null;
  if (after !== kept || !before) {
    await client.query(
      `insert into data_system (organisation_id, id, name, owner_name, owner_email, categories, recipients, identifiers,
         asked_by, place, filed, changed_at, removed_at)
       values ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $1, $2, $13)
       on conflict (organisation_id, id) do update set name = excluded.name, owner_name = excluded.owner_name,
         owner_email = excluded.owner_email, categories = excluded.categories, recipients = excluded.recipients,
         identifiers = excluded.identifiers, asked_by = excluded.asked_by, place = excluded.place, filed = excluded.filed,
         changed_at = excluded.changed_at, removed_at = excluded.removed_at, version = data_system.version + 1`,
      [
        ...[...values, id, from.id, from.name, from.owner.name, from.owner.email ?? null],
        ...[from.categories, from.recipients, from.identifiers, JSON.stringify(from.askedBy), from.order],
        after ? null : now,
      ],
    );
    if (!kept) return "added";
    return after ? "changed" : "removed";
  }
  await client.query(
    "update data_system set filed = $1 where organisation_id = $2 and id = $3 and filed is distinct from $1::jsonb",
    [values[0], id, from.id],
  );
  return null;
}

function digestOf(systems: ReadonlyMap<string, Kept>): string {
  const texts = [...systems.values()].filter(({ removed }) => !removed).map(({ system }) => systemText(system));
  return sha256(texts.join("\n"));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** One link of the organisation's own chain, by the rule of the ledger. */
async function append(client: pg.Client, { id, profile }: Row, event: { type: string }, at: Date): Promise<void> {
  const { rows } = await client.query<{ seq: number; hash: string }>(
    "select seq, hash from event where chain_id = $1 order by seq desc limit 1",
    [id],
  );
  const [seq, previousHash] = [(rows[0]?.seq ?? 0) + 1, rows[0]?.hash ?? genesis];
  const day = localDay(at, profile.timeZone);
  const signed = { actorKind: "system", actorId: "start", seq, at, day, event: event as unknown as DomainEvent };
  const hash = linkHash(previousHash, entryOf(signed, { organisationId: id, chainId: id }), sha256);
  await client.query(
    `insert into event (id, organisation_id, chain_id, seq, type, actor_kind, actor_id, at, day, payload, previous_hash, hash)
     values ($1, $2, $2, $3, $4, 'system', 'start', $5, $6, $7, $8, $9)`,
    [randomUUID(), id, seq, event.type, at, day, JSON.stringify(event), previousHash, hash],
  );
}
