import "server-only";
import type { Compiled } from "@/lib/domain/systems/statement";
import type { Cell, Counts } from "@/lib/domain/systems/system-question";

/** A value for each parameter of a compiled statement, in its order. */
export type Bound = { statement: Compiled; values: readonly (string | null)[] };

export type Row = Readonly<Record<string, Cell>>;

/** One connection to an organisation's database, for one question: what each engine must be able to do. */
export type SqlSession = {
  /** Reads see one moment and can write nothing; changes are one transaction. Both end by themselves when they take too long. */
  begin(mode: "reading" | "changing"): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  /** How many records a reading statement finds. */
  count(bound: Bound): Promise<number>;
  /** The records of a reading statement, a batch at a time. */
  rows(bound: Bound): AsyncIterable<Row>;
  /** How many records a changing statement touched. */
  change(bound: Bound): Promise<number>;
  /** Has the server read and plan the statement; nothing is read or changed. */
  prepare(statement: Compiled): Promise<void>;
  /** What was done under this key before; null when nothing was. */
  effectOf(key: string): Promise<Counts | null>;
  /** Keeps what was done, in the same transaction. False where somebody else kept theirs under this key first. */
  keepEffect(key: string, counts: Counts): Promise<boolean>;
  end(): Promise<void>;
};

/** Opens a session. @throws SystemUnanswered */
export type OpenSql = (connection: string) => Promise<SqlSession>;
