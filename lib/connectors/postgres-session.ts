import "server-only";
import pg from "pg";
import { SystemUnanswered } from "@/lib/domain/systems/system-problem";
import type { Cell, Counts } from "@/lib/domain/systems/system-question";
import { connectorLimits } from "./connector-limits";
import type { Bound, OpenSql, Row, SqlSession } from "./sql-session";

/** Opens a connection to a PostgreSQL. Values come as the server writes them; only truth and small numbers are read. */
export const openPostgres: OpenSql = async (connectionString) => {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: connectorLimits.connect,
    application_name: "habeas",
    types: { getTypeParser: (type: number) => (text: string) => cellOf(type, text) },
  });
  // A connection that dies between two statements is told by the next one.
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (fault) {
    throw problemOf(fault);
  }
  return sessionOn(client);
};

function sessionOn(client: pg.Client): SqlSession {
  const run = async (text: string, values: readonly unknown[] = []) => {
    try {
      return await client.query(text, [...values]);
    } catch (fault) {
      throw problemOf(fault);
    }
  };
  let cursors = 0;
  return {
    async begin(mode) {
      await run(mode === "reading" ? "begin isolation level repeatable read read only" : "begin");
      await run(`set local statement_timeout = ${connectorLimits.statement}`);
      await run(`set local lock_timeout = ${connectorLimits.connect}`);
      await run(`set local idle_in_transaction_session_timeout = ${2 * connectorLimits.statement}`);
    },
    commit: async () => void (await run("commit")),
    rollback: async () => void (await run("rollback")),
    async count({ statement, values }) {
      const { rows } = await run(`select count(*)::text as found from (${statement.text}) as habeas_found`, values);
      return Number(rows[0]?.found);
    },
    async *rows({ statement, values }: Bound): AsyncGenerator<Row> {
      cursors += 1;
      const cursor = `habeas_${cursors}`;
      // A cursor is of a SELECT alone: the server itself refuses everything else.
      await run(`declare ${cursor} no scroll cursor for ${statement.text}`, values);
      for (;;) {
        const { rows } = await run(`fetch ${connectorLimits.batch} from ${cursor}`);
        yield* rows;
        if (rows.length < connectorLimits.batch) break;
      }
      await run(`close ${cursor}`);
    },
    change: async ({ statement, values }) => (await run(statement.text, values)).rowCount ?? 0,
    async prepare({ text, parameters }) {
      cursors += 1;
      await run(`prepare habeas_${cursors} as ${text}`);
      // Planned for nobody: this also asks whether the account may.
      const nobody = parameters.length > 0 ? `(${parameters.map(() => "null").join(", ")})` : "";
      await run(`explain execute habeas_${cursors}${nobody}`);
    },
    async effectOf(key) {
      const { rows } = await ledger(() => run("select counts from habeas_effect where effect_key = $1", [key]));
      return rows[0] ? (JSON.parse(rows[0].counts) as Counts) : null;
    },
    async keepEffect(key, counts) {
      const { rowCount } = await ledger(() =>
        run("insert into habeas_effect (effect_key, counts) values ($1, $2) on conflict do nothing", [
          key,
          JSON.stringify(counts),
        ]),
      );
      return rowCount === 1;
    },
    end: () => client.end().catch(() => {}),
  };
}

/** Column names stay as they are; a value that is no truth value and no small number stays as the server writes it. */
function cellOf(type: number, text: string): Cell {
  if (type === pg.types.builtins.BOOL) return text === "t";
  if (type === pg.types.builtins.INT2 || type === pg.types.builtins.INT4) return Number(text);
  return text;
}

/** Asks the table of effects, which the account needs in a database that is to be changed. */
async function ledger<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (fault) {
    const missing = fault instanceof SystemUnanswered && fault.problem === "statement";
    throw missing ? new SystemUnanswered("no_ledger", "") : fault;
  }
}

// Classes whose messages name tables, columns and constraints, and never a value (those stand in the detail).
const speakable = /^(42|23|25|0A|22001)/;

function problemOf(fault: unknown): SystemUnanswered {
  const { code = "", message } = fault as { code?: string; message: string };
  if (/^(28|3D)/.test(code)) return new SystemUnanswered("login", `its connection, ${code}`);
  if (/^(57014|55P03|40)/.test(code)) return new SystemUnanswered("slow", `PostgreSQL's ${code}`);
  if (speakable.test(code)) return new SystemUnanswered("statement", `PostgreSQL says: ${message}`);
  if (/^22/.test(code)) return new SystemUnanswered("statement", `a value does not fit its column (${code})`);
  if (/^[0-9A-Z]{5}$/.test(code) && !/^(08|53|57)/.test(code))
    return new SystemUnanswered("statement", `PostgreSQL's ${code}`);
  return new SystemUnanswered("unreachable", code || "no connection");
}
