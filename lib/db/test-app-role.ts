import pg from "pg";

/** What the database said: null when it took everything, else the SQLSTATE of its refusal. */
export type Verdict = string | null;

export type RawRole = {
  client: pg.Client;
  /** Runs SQL around all our code, in one transaction inside one organisation, and commits. */
  attempt(organisationId: string | null, work: (sql: pg.Client) => Promise<unknown>): Promise<Verdict>;
  /** Every row that this role sees inside one organisation. */
  rows<Row extends pg.QueryResultRow>(organisationId: string | null, text: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
};

/** A connection as one of the database's roles, without Prisma and without our code. */
export async function rawRole(url: string): Promise<RawRole> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();

  async function within<Result>(organisationId: string | null, work: () => Promise<Result>): Promise<Result> {
    await client.query("begin");
    try {
      if (organisationId) await client.query("select set_config('app.organisation', $1, true)", [organisationId]);
      const result = await work();
      await client.query("commit");
      return result;
    } catch (refusal) {
      await client.query("rollback");
      throw refusal;
    }
  }

  return {
    client,
    attempt: (organisationId, work) =>
      within(organisationId, () => work(client)).then(
        () => null,
        (refusal: { code?: string }) => refusal.code ?? String(refusal),
      ),
    rows: (organisationId, text, values) => within(organisationId, async () => (await client.query(text, values)).rows),
    close: () => client.end(),
  };
}

/** Tables with a column `organisation_id`, from the catalogue, so that a new one cannot be forgotten. */
export async function organisationTables(role: RawRole): Promise<string[]> {
  const rows = await role.rows<{ name: string }>(
    null,
    `select c.relname as name from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows.map(({ name }) => name);
}

/**
 * Tables that name an organisation and have no wall, each with its reason. Both are read before anybody knows in which
 * organisation they stand, by the hash of a secret, and hold nothing of a request.
 */
export const tablesWithoutWall: Readonly<Record<string, string>> = {
  staff_session: "found by the cookie's hash; the organisation is what it tells",
  invitation: "found by the token's hash; whoever holds it belongs to no organisation yet",
};
