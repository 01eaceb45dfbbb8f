import "server-only";
import type { Statements } from "@/lib/domain/systems/registered-system";
import {
  compileStatement,
  correctedField,
  type Engine,
  statementMistake,
  statementMistakes,
} from "@/lib/domain/systems/statement";
import { SystemUnanswered } from "@/lib/domain/systems/system-problem";
import type {
  Connector,
  Counts,
  ExportedRow,
  SystemAnswer,
  SystemQuestion,
  Verb,
} from "@/lib/domain/systems/system-question";
import type { Bound, OpenSql, SqlSession } from "./sql-session";

/** `open` makes a connection when a question comes and not before. */
export type SqlSystem = {
  engine: Engine;
  open: () => ReturnType<OpenSql>;
  statements: Statements;
  identifiers: readonly string[];
};

/** The statement of each category asked for, with its values. */
type Plan = ReadonlyMap<string, Bound>;

/**
 * Asks a database by the statements of the register. Reads see one moment and can write nothing. A change counts first, then
 * touches all categories in one transaction together with its effect key: all or nothing, once.
 */
export function sqlConnector(system: SqlSystem): Connector {
  return async (question) => {
    const { verb } = question;
    const plan = planOf(system, question, verb);
    if ("exception" in plan) return { kind: "exception", reason: plan.exception };
    if (verb === "export") return exported(await system.open(), plan.bound);
    if (verb === "look_up") return within(system, "reading", (session) => counted(session, plan.bound));
    const before = planOf(system, question, "look_up");
    if ("exception" in before) return { kind: "exception", reason: before.exception };
    const bound = { change: plan.bound, before: before.bound };
    return within(system, "changing", (session) => changed(session, question.effectKey, bound));
  };
}

/** What would be run; or why it cannot be, before anything is. */
function planOf(
  { engine, statements, identifiers }: SqlSystem,
  question: SystemQuestion,
  verb: Verb,
): { bound: Plan } | { exception: string } {
  const bound = new Map<string, Bound>();
  for (const category of question.categories) {
    const text = statements[verb]?.[category];
    if (!text) return { exception: `there is no statement to ${verb.replace("_", " ")} ${category}` };
    const mistake = statementMistake(text, { engine, verb, identifiers });
    // It was checked when it was registered; it is checked again where it is run.
    if (mistake) throw new SystemUnanswered("statement", `${verb} ${category} ${statementMistakes[mistake]}`);
    const statement = compileStatement(text, engine);
    const values = statement.parameters.map(({ name }) => heldAs(question, name));
    const missing = statement.parameters.filter(({ optional }, place) => !optional && values[place] === null);
    if (missing[0]) return { exception: `${category} is found by ${missing[0].name}, which is not known` };
    bound.set(category, { statement, values });
  }
  return { bound };
}

function heldAs({ identifiers, correction }: SystemQuestion, name: string): string | null {
  const field = correctedField(name);
  const value = field === null ? identifiers[name]?.trim() : correction?.[field];
  // What is empty finds everybody who has left it empty.
  return value || null;
}

async function within<Result>(
  { open }: SqlSystem,
  mode: "reading" | "changing",
  work: (session: SqlSession) => Promise<Result>,
): Promise<Result> {
  const session = await open();
  try {
    await session.begin(mode);
    const result = await work(session);
    await session.commit();
    return result;
  } catch (fault) {
    await session.rollback().catch(() => {});
    if (fault instanceof TakenBack) return (await fault.instead()) as Result;
    throw fault;
  } finally {
    await session.end();
  }
}

/** Thrown to have the transaction taken back; `instead` says what is answered then. */
class TakenBack extends Error {
  constructor(readonly instead: () => SystemAnswer | Promise<SystemAnswer>) {
    super("taken back");
  }
}

async function countsOf(session: SqlSession, plan: Plan): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [category, bound] of plan) counts[category] = await session.count(bound);
  return counts;
}

const isNothing = (counts: Counts) => Object.values(counts).every((count) => count === 0);

async function counted(session: SqlSession, plan: Plan): Promise<SystemAnswer> {
  const counts = await countsOf(session, plan);
  return isNothing(counts) ? { kind: "not_found" } : { kind: "found", counts };
}

async function changed(
  session: SqlSession,
  effectKey: string,
  { change, before }: { change: Plan; before: Plan },
): Promise<SystemAnswer> {
  const known = await session.effectOf(effectKey);
  if (known) return answerTo(known);
  const found = await countsOf(session, before);
  const counts: Record<string, number> = {};
  if (!isNothing(found))
    for (const [category, bound] of change) {
      const touched = await session.change(bound);
      if (touched > (found[category] ?? 0))
        throw new TakenBack(() => ({
          kind: "exception",
          reason: `the statement for ${category} touches ${touched} records where ${found[category]} were found; nothing was changed`,
          counts: found,
        }));
      counts[category] = touched;
    }
  if (await session.keepEffect(effectKey, counts)) return answerTo(counts);
  // Somebody else was asked the same at the same time and came first: theirs is the effect, and the answer.
  throw new TakenBack(async () => answerTo((await session.effectOf(effectKey)) ?? {}));
}

function answerTo(counts: Counts): SystemAnswer {
  return isNothing(counts) ? { kind: "not_found" } : { kind: "done", counts };
}

/** Rows of all categories by one look at the database. Whoever takes the first takes them all, or ends the loop. */
async function exported(session: SqlSession, plan: Plan): Promise<SystemAnswer> {
  const rows = allRows(session, plan);
  const first = await rows.next();
  return first.done ? { kind: "not_found" } : { kind: "done", counts: {}, rows: following(first.value, rows) };
}

async function* allRows(session: SqlSession, plan: Plan): AsyncGenerator<ExportedRow> {
  try {
    await session.begin("reading");
    for (const [category, bound] of plan) for await (const row of session.rows(bound)) yield { category, row };
    await session.commit();
  } finally {
    await session.end();
  }
}

async function* following(first: ExportedRow, rows: AsyncGenerator<ExportedRow>): AsyncGenerator<ExportedRow> {
  try {
    yield first;
    yield* rows;
  } finally {
    await rows.return(undefined);
  }
}

/** Has each statement of the register planned by the server, in a transaction that is taken back. Nothing is read. */
export async function trySql(system: SqlSystem): Promise<void> {
  const session = await system.open();
  try {
    await session.begin("changing");
    for (const [verb, categories] of Object.entries(system.statements) as [Verb, Record<string, string>][])
      for (const [category, text] of Object.entries(categories)) {
        const mistake = statementMistake(text, { ...system, verb });
        if (mistake) throw new SystemUnanswered("statement", `${verb} ${category} ${statementMistakes[mistake]}`);
        await session.prepare(compileStatement(text, system.engine));
        if (verb !== "look_up" && verb !== "export") await session.effectOf("");
      }
    await session.rollback();
  } finally {
    await session.end();
  }
}
