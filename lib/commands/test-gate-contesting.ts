import { type Done, ended, type Move, someBrowser } from "./test-gate-proving";
import { Breach, type Walk } from "./test-gate-world";

const kinds = ["appeal", "complaint"] as const;

function isOpen({ chain }: Walk): boolean {
  const last = chain.findLast(({ type }) => ["ContestOpened", "ContestDecided", "AnswerReversed"].includes(type));
  return last?.type === "ContestOpened";
}

/** Whoever answered tries to decide about it: nobody may. */
async function decideOwn(walk: Walk): Promise<Done> {
  const change = { step: "reverse_answer", contest: "complaint", words: "It was wrong." } as const;
  const done = await walk.step(walk.lane.approver, change);
  if (done.ok) throw new Breach("reversed by whoever released it");
  return done;
}

/** What is asked of us again, by whoever sits at the screen, and what the desk makes of it (055). */
export const contesting: Readonly<Record<string, Move>> = {
  contest: {
    when: (walk) => walk.state !== "unconfirmed" && !isOpen(walk),
    async run(walk, pick) {
      const person = await walk.personIn(someBrowser(walk, pick));
      const contest = kinds[pick % 3 === 0 ? 0 : 1];
      return person && walk.step(person, { step: "contest", contest, words: "Look again." });
    },
  },
  decide_contest: {
    when: isOpen,
    run: (walk, pick) =>
      walk.step(walk.lane.dpo, {
        ...{ step: "decide_contest", contest: "complaint", words: "We looked." },
        outcome: pick % 2 === 0 ? "denied" : "granted",
      }),
  },
  reverse_answer: {
    when: (walk) => ended.includes(walk.state) && isOpen(walk),
    async run(walk) {
      const change = { step: "reverse_answer", contest: "complaint", words: "You are right." } as const;
      return walk.step(walk.lane.dpo, change);
    },
  },
  reverse_own_answer: { when: (walk) => ended.includes(walk.state) && isOpen(walk), run: decideOwn },
  look_while_reversed: {
    when: ({ chain, state }) => state !== "unconfirmed" && chain.some(({ type }) => type === "AnswerReversed"),
    async run(walk, pick) {
      await walk.look(someBrowser(walk, pick));
      return null;
    },
  },
};
