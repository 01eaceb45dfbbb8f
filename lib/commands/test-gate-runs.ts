import fc from "fast-check";
import pg from "pg";
import { rights } from "@/lib/domain/right";
import { relations } from "@/lib/domain/verification";
import { askDeliveryCode } from "./owe-delivery-code";
import { openDesk } from "./test-desk";
import { answering } from "./test-gate-answering";
import { contesting } from "./test-gate-contesting";
import { type Figures, noFigures } from "./test-gate-figures";
import { moving } from "./test-gate-moving";
import { type Done, type Move, oneOf, proving } from "./test-gate-proving";
import { aFileFor, Breach, type Lane, type Opening, Walk } from "./test-gate-world";

const moves: Readonly<Record<string, Move>> = { ...proving, ...moving, ...answering, ...contesting };
// Three of four moves lead on, or every walk would end before it got anywhere; the fourth is anything that is open.
const leading: readonly string[] = [
  ...["confirm", "begin", "resume", "recognise", "accept_proof", "accept_proof", "match", "sign_in", "ask_principal"],
  ...[
    "principal_answers",
    "send_paper",
    "decide_paper",
    "new_address",
    "prepare",
    "prepare",
    "release",
    "release",
    "ask_code",
    "type_code",
    "type_code",
    "fetch",
    "fetch",
    "look",
    "contest",
    "contest",
    "reverse_answer",
    "reverse_answer",
  ],
];

const openings: fc.Arbitrary<Opening> = fc.record({
  rights: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(["access"], ["erasure"], ["portability"]) },
    { weight: 2, arbitrary: fc.subarray([...rights], { minLength: 1, maxLength: 3 }) },
  ) as fc.Arbitrary<Opening["rights"]>,
  relation: fc.oneof(
    { weight: 4, arbitrary: fc.constant("self" as const) },
    { weight: 2, arbitrary: fc.constant("agent" as const) },
    { weight: 2, arbitrary: fc.constantFrom(...relations) },
  ),
  place: fc.constantFrom("eu", "britain", "california", "elsewhere"),
  genuine: fc.oneof({ weight: 2, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  onFile: fc.boolean(),
  byTelephone: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

/** One move as fast-check knows it: a number, read as one of the moves that are open when its turn comes. */
class Command implements fc.AsyncCommand<Walk, Walk> {
  private name = "";
  constructor(readonly pick: number) {}
  check(): boolean {
    return true;
  }
  async run(walk: Walk): Promise<void> {
    const open = (names: readonly string[]) => names.filter((name) => moves[name]?.when(walk));
    const [leadsOn, anything] = [open(leading), open(Object.keys(moves))];
    const choice = this.pick % 4 > 0 && leadsOn.length > 0 ? leadsOn : anything;
    this.name = oneOf(choice, this.pick >> 2) ?? "wait";
    walk.acting = "nobody";
    walk.count(await this.done(walk));
    await walk.read();
  }
  /** What the database refuses by itself is a fault to the code above it, and no breach. */
  private async done(walk: Walk): Promise<Done> {
    try {
      return (await moves[this.name]?.run(walk, this.pick >> 8)) ?? null;
    } catch (fault) {
      if (fault instanceof Breach) throw fault;
      const said = String(fault);
      const wall = /42501|23514|the gate is shut|shown anew|is refused/.test(said);
      walk.lane.figures[wall ? "walls" : "faults"] += 1;
      const { said: heard } = walk.lane.figures;
      const sentence = /(the gate is shut[^"\n`]*|nothing shows[^"\n`]*|nobody [^"\n`]*)/.exec(said)?.[1];
      if (wall)
        heard[`${this.name}: ${sentence ?? said.slice(-120)}`] =
          (heard[`${this.name}: ${sentence ?? said.slice(-120)}`] ?? 0) + 1;
      if (!wall && walk.lane.figures.strange.length < 5)
        walk.lane.figures.strange.push(`${this.name}: ${said.slice(-300)}`);
      return null;
    }
  }
  toString(): string {
    return `${this.name}(${this.pick >> 8})`;
  }
}

const commands = fc.commands([fc.nat({ max: 0xfffff }).map((pick) => new Command(pick))], {
  maxCommands: 50,
  size: "max",
});

export type Report = Figures & {
  walks: number;
  breaches: number;
  breach: string | null;
  seed: number;
  seconds: number;
};

/** A desk with one answered request of somebody else, whose file and code the walks try as well. */
export async function openWalks() {
  const desk = await openDesk();
  const handler = await desk.member("handler");
  const approver = await desk.member("approver");
  const dpo = await desk.member("dpo");
  const { id, reference, person } = await desk.file({ rights: ["access"] });
  await desk.confirm(id);
  const file = aFileFor();
  await desk.step(handler, id, { step: "begin" });
  await desk.step(handler, id, { step: "accept_proof", kind: "address_on_file", words: "It is." });
  const outcomes = [{ right: "access", outcome: "granted", ground: null }] as const;
  await desk.step(handler, id, { step: "prepare", words: "Here.", outcomes, files: [file] });
  const released = await desk.step(approver, id, { step: "release" });
  if (!released.ok) throw new Error(released.refusal);
  await askDeliveryCode(person, { organisation: desk.organisation }, desk.openedAt);
  const { code } = await desk.mailbox(id, desk.organisation, "delivery_code");
  const other = { id, reference, person, fileId: file.id, code };

  /** Random walks, several at a time; ends at the first breach. `runs`: how many at most. */
  async function walk({ runs, seed, lanes = 4 }: { runs: number; seed: number; lanes?: number }): Promise<Report> {
    const began = performance.now();
    const figures = noFigures();
    const state = { walks: 0, breach: null as string | null };
    const one = async (lane: number) => {
      const sql = new pg.Client({ connectionString: desk.appUrl });
      await sql.connect();
      await sql.query("select set_config('app.organisation', $1, false)", [desk.organisation.id]);
      const held: Lane = { desk, handler, approver, dpo, sql, figures, other };
      const property = fc.asyncProperty(openings, commands, async (opening, walked) => {
        if (state.breach) return;
        const walk = await new Walk(held, opening).file();
        await fc.asyncModelRun(() => ({ model: walk, real: walk }), walked);
        state.walks += 1;
        for (const milestone of walk.reached) figures.reached[milestone] += 1;
      });
      const numRuns = Math.ceil(runs / lanes);
      const details = await fc.check(property, { numRuns, seed: seed + lane, endOnFailure: true });
      if (details.failed) {
        state.walks += 1;
        state.breach ??= `${details.errorInstance}: ${fc.stringify(details.counterexample)}`;
      }
      await sql.end();
    };
    await Promise.all(Array.from({ length: lanes }, (_, lane) => one(lane)));
    const { walks, breach } = state;
    const seconds = Math.round(performance.now() - began) / 1000;
    return { ...figures, walks, breaches: breach ? 1 : 0, breach, seed, seconds };
  }
  return { ...desk, walk };
}
