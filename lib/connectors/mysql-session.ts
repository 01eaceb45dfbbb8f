import "server-only";
import { type Connection, createConnection, type QueryError } from "mysql2";
import { SystemUnanswered } from "@/lib/domain/systems/system-problem";
import type { Cell, Counts } from "@/lib/domain/systems/system-question";
import { connectorLimits } from "./connector-limits";
import type { Bound, OpenSql, Row, SqlSession } from "./sql-session";

/**
 * Opens a connection to a MySQL or MariaDB. Every statement of the register is prepared by the server, which takes one at a
 * time and gets values apart from it. No code is made of column names, and no file of this machine is sent.
 */
export const openMysql: OpenSql = async (uri) => {
  const connection = createConnection({
    uri,
    connectTimeout: connectorLimits.connect,
    disableEval: true,
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    flags: ["-LOCAL_FILES", "-MULTI_STATEMENTS"],
  });
  // A connection that dies between two statements is told by the next one.
  connection.on("error", () => {});
  await new Promise<void>((resolve, reject) => {
    connection.connect((fault) => (fault ? reject(problemOf(fault)) : resolve()));
  });
  return sessionOn(connection);
};

type Answered = { affectedRows?: number } | Record<string, unknown>[];

function sessionOn(connection: Connection): SqlSession {
  // A result that nobody read to its end stands in the way of a polite goodbye.
  let unread = 0;
  const run = (text: string, values: readonly (string | null)[] = []) =>
    new Promise<Answered>((resolve, reject) => {
      connection.execute(text, [...values], (fault, answered) =>
        fault ? reject(problemOf(fault)) : resolve(answered as Answered),
      );
    });
  const say = (text: string) =>
    new Promise<void>((resolve, reject) => {
      connection.query(text, (fault) => (fault ? reject(problemOf(fault)) : resolve()));
    });
  const rowsOf = async (text: string, values: readonly string[]) => {
    const answered = await run(text, values);
    return Array.isArray(answered) ? answered : [];
  };
  return {
    async begin(mode) {
      await say(`set session lock_wait_timeout = ${connectorLimits.connect / 1000}`);
      await say(`set session innodb_lock_wait_timeout = ${connectorLimits.connect / 1000}`);
      await limitStatements(rowsOf, say);
      await say("set session transaction isolation level repeatable read");
      await say(`start transaction ${mode === "reading" ? "with consistent snapshot, read only" : "read write"}`);
    },
    commit: () => say("commit"),
    rollback: () => say("rollback"),
    async count({ statement, values }) {
      const answered = await run(`select count(*) as found from (${statement.text}) as habeas_found`, values);
      return Number(Array.isArray(answered) ? answered[0]?.found : Number.NaN);
    },
    async *rows({ statement, values }: Bound): AsyncGenerator<Row> {
      unread += 1;
      const stream = connection
        .execute(statement.text, [...values])
        .stream({ highWaterMark: connectorLimits.batch, objectMode: true });
      try {
        for await (const row of stream as AsyncIterable<Record<string, unknown>>) yield plain(row);
        unread -= 1;
      } catch (fault) {
        throw fault instanceof SystemUnanswered ? fault : problemOf(fault);
      }
    },
    async change({ statement, values }) {
      const answered = await run(statement.text, values);
      return Array.isArray(answered) ? 0 : (answered.affectedRows ?? 0);
    },
    prepare: ({ text }) =>
      new Promise((resolve, reject) => {
        connection.prepare(text, (fault, statement) => {
          if (fault) return reject(problemOf(fault));
          statement.close();
          resolve();
        });
      }),
    async effectOf(key) {
      const [row] = await ledger(() => rowsOf("select counts from habeas_effect where effect_key = ?", [key]));
      return row ? (JSON.parse(String(row.counts)) as Counts) : null;
    },
    async keepEffect(key, counts) {
      const text = "insert ignore into habeas_effect (effect_key, counts) values (?, ?)";
      const answered = await ledger(() => run(text, [key, JSON.stringify(counts)]));
      return !Array.isArray(answered) && answered.affectedRows === 1;
    },
    async end() {
      if (unread > 0) connection.destroy();
      else await new Promise<void>((resolve) => connection.end(() => resolve()));
    },
  };
}

/** The two servers call their limit by other names; MySQL's is for reading statements alone. */
async function limitStatements(
  rowsOf: (text: string, values: readonly string[]) => Promise<Record<string, unknown>[]>,
  say: (text: string) => Promise<void>,
): Promise<void> {
  const [server] = await rowsOf("select version() as version", []);
  const isMariaDb = /mariadb/i.test(String(server?.version));
  await say(
    isMariaDb
      ? `set session max_statement_time = ${connectorLimits.statement / 1000}`
      : `set session max_execution_time = ${connectorLimits.statement}`,
  );
}

function plain(row: Record<string, unknown>): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cellOf(value)]));
}

function cellOf(value: unknown): Cell {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (Buffer.isBuffer(value)) return `\\x${value.toString("hex")}`;
  return typeof value === "bigint" ? value.toString() : JSON.stringify(value);
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

// Errors whose messages name tables, columns and constraints: no such table, column, function; not allowed; no SQL.
const speakable = new Set([1054, 1064, 1109, 1142, 1143, 1146, 1305, 1370, 1060, 1792, 1295, 1451, 1452]);

function problemOf(fault: unknown): SystemUnanswered {
  const { errno = 0, code = "", sqlMessage = "" } = fault as Partial<QueryError> & { sqlMessage?: string };
  if ([1044, 1045, 1049, 1698].includes(errno)) return new SystemUnanswered("login", `its connection, ${code}`);
  if ([1205, 1213, 1969, 3024].includes(errno)) return new SystemUnanswered("slow", `the database's ${code}`);
  if (speakable.has(errno)) return new SystemUnanswered("statement", `the database says: ${sqlMessage}`);
  if (errno > 1000 && ![1040, 1053, 1129, 1203, 1927].includes(errno))
    return new SystemUnanswered("statement", `the database's ${code}`);
  return new SystemUnanswered("unreachable", code || "no connection");
}
