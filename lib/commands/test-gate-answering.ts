import type { RightOutcome } from "@/lib/domain/events";
import { releasedFile } from "@/lib/queries/person-file";
import { proveDelivery } from "./prove-delivery";
import { takeStep } from "./take-step";
import { wronglyCollected } from "./test-gate-oracle";
import { type Done, ended, live, type Move, oneOf, someBrowser } from "./test-gate-proving";
import { aFileFor, Breach, type Browser, type Walk } from "./test-gate-world";

const minute = 60_000;

function outcomesFor(walk: Walk, pick: number): RightOutcome[] {
  return walk.opening.rights.map((right, index) =>
    ((pick >> index) & 3) === 3
      ? { right, outcome: "refused", ground: "not_identified" }
      : { right, outcome: "granted", ground: null },
  );
}

/** Types codes in one browser and remembers what was truly shown there. */
async function type(
  walk: Walk,
  browser: Browser,
  typed: { code?: string; deskCode?: string },
  right: boolean,
): Promise<Done> {
  const person = await walk.personIn(browser);
  if (!person) return null;
  const { organisation } = walk;
  const shown = await proveDelivery(person, { organisation, session: browser.token, typed }, walk.now);
  if (!shown.ok || !right) {
    if (shown.ok && (typed.code || typed.deskCode)) throw new Breach("a code that was never sent here was taken");
    return shown;
  }
  if (typed.code) walk.note(browser, "code");
  if (typed.deskCode) walk.note(browser, "desk_code");
  return shown;
}

/** As the route does it: look for the file, write down that it was fetched, hand it out. */
async function fetchFile(walk: Walk, browser: Browser, fileId: string): Promise<Done> {
  const { organisation, reference, now, asked, shown } = walk;
  const person = await walk.personIn(browser);
  if (!person) return null;
  const file = await releasedFile(person, { organisation, reference, fileId });
  if (!file) return { ok: false };
  const change = { step: "collect", fileId } as const;
  const taken = await takeStep(person, { organisation, request: { reference }, change }, now);
  if (!taken.ok) return taken;
  await walk.read();
  walk.lane.figures.collected += 1;
  walk.lane.figures.bytes += file.size;
  walk.reached.add("answer_collected");
  const fetched = { seq: walk.chain.at(-1)?.seq ?? 0, at: now.getTime(), session: browser.token, fileId };
  const wrong = wronglyCollected(walk.chain, fetched, { asked, shown });
  if (wrong) throw new Breach(`collected: ${wrong}`);
  return taken;
}

export const answering: Readonly<Record<string, Move>> = {
  begin: {
    when: ({ state }) => state === "open",
    run: (walk) => walk.step(walk.lane.handler, { step: "begin" }),
  },
  resume: {
    when: ({ state }) => state === "waiting_for_person",
    run: (walk) => walk.step(walk.lane.handler, { step: "resume" }),
  },
  prepare: {
    when: ({ state }) => state === "in_progress",
    run: (walk, pick) =>
      walk.step(walk.lane.handler, {
        ...{ step: "prepare", words: "Here it is.", outcomes: outcomesFor(walk, pick), files: [aFileFor()] },
      }),
  },
  prepare_something_never_asked: {
    when: ({ state, opening }) => state === "in_progress" && !opening.rights.includes("erasure"),
    run: (walk) => {
      const outcomes = [
        ...outcomesFor(walk, 0).slice(1),
        { right: "erasure", outcome: "granted", ground: null } as const,
      ];
      return walk.step(walk.lane.handler, { step: "prepare", words: "Gone.", outcomes, files: [] });
    },
  },
  return: {
    when: ({ state }) => state === "answer_prepared",
    run: (walk) => walk.step(walk.lane.approver, { step: "return", words: "Look again." }),
  },
  release: {
    when: ({ state }) => state === "answer_prepared",
    run: (walk) => walk.step(walk.lane.approver, { step: "release" }),
  },
  release_alone: {
    when: ({ state }) => state === "answer_prepared",
    async run(walk) {
      const both = { ...walk.lane.handler, roles: ["handler", "approver"] as const };
      const done = await walk.step(both, { step: "release" });
      if (done.ok) throw new Breach("released by whoever prepared it");
      return done;
    },
  },
  close: {
    when: ({ state }) => state === "answered",
    run: (walk) => walk.step(walk.lane.handler, { step: "close" }),
  },
  withdraw: {
    when: ({ state, chain }) => chain.length > 6 && live.includes(state),
    async run(walk, pick) {
      const person = await walk.personIn(someBrowser(walk, pick));
      return person && walk.step(person, { step: "withdraw" });
    },
  },
  write: {
    when: ({ state }) => state !== "unconfirmed" && state !== "withdrawn",
    async run(walk, pick) {
      const person = await walk.personIn(someBrowser(walk, pick));
      return person && walk.step(person, { step: "write", words: "Please hurry.", files: [] });
    },
  },
  note_duplicate: {
    when: ({ state }) => live.includes(state),
    run: (walk) => walk.step(walk.lane.handler, { step: "note_duplicate", of: walk.lane.other.reference }),
  },
  lapse_unproven: {
    when: ({ state }) => state === "waiting_for_person",
    async run(walk) {
      walk.now = new Date(walk.now.getTime() + 50 * 24 * 60 * minute);
      const actor = { kind: "system", organisationId: walk.organisation.id, task: "sweep" } as const;
      return walk.step(actor, { step: "lapse_unproven" });
    },
  },
  copy_a_cookie: {
    when: ({ stolen, browsers }) => !stolen.cookie && browsers.length > 1,
    async run(walk, pick) {
      walk.stolen.cookie = true;
      walk.actAs("thief");
      walk.browsers.push({ ...someBrowser(walk, pick), hand: "thief" });
      return { ok: true };
    },
  },
  type_code: {
    when: ({ state }) => ended.includes(state),
    async run(walk, pick) {
      await walk.collectPost();
      const letter = walk.letter(walk.boxes.asker, "delivery_code");
      // A thief reads one letter with a link, and no second one.
      const browser = oneOf(
        walk.browsers.filter(({ hand }) => hand !== "thief"),
        pick,
      );
      if (!letter || !browser) return null;
      const deskCode = pick % 3 === 0 ? walk.deskCode : null;
      if (deskCode) walk.deskCode = null;
      letter.read = true;
      return type(walk, browser, { code: letter.code, ...(deskCode ? { deskCode } : {}) }, true);
    },
  },
  type_desk_code: {
    when: ({ state, deskCode }) => ended.includes(state) && deskCode !== null,
    run(walk, pick) {
      const deskCode = walk.deskCode ?? "";
      walk.deskCode = null;
      return type(walk, someBrowser(walk, pick), { deskCode }, true);
    },
  },
  type_nothing: {
    when: ({ state }) => ended.includes(state),
    run: (walk, pick) => type(walk, someBrowser(walk, pick), {}, true),
  },
  type_wrong_code: {
    when: ({ state }) => ended.includes(state),
    run(walk, pick) {
      const { post, boxes, lane } = walk;
      const strange = [
        { code: "00000000" },
        { code: post.findLast(({ kind }) => kind !== "delivery_code")?.code ?? "1" },
        { deskCode: post.findLast(({ to }) => to === boxes.asker)?.code ?? "2" },
        { code: lane.other.code },
      ];
      return type(walk, someBrowser(walk, pick), oneOf(strange, pick) ?? {}, false);
    },
  },
  show_there_for_here: {
    when: ({ state }) => ended.includes(state),
    async run(walk, pick) {
      const { lane, organisation, now } = walk;
      const browser = someBrowser(walk, pick);
      walk.actAs(browser.hand);
      const shown = await proveDelivery(lane.other.person, { organisation, session: browser.token, typed: {} }, now);
      if (shown.ok) throw new Breach("what was shown for one request counted for another");
      return shown;
    },
  },
  fetch: {
    when: (walk) => walk.state !== "unconfirmed" && fileOf(walk) !== null,
    run: (walk, pick) => fetchFile(walk, someBrowser(walk, pick), fileOf(walk) ?? ""),
  },
  fetch_of_another: {
    when: ({ state }) => ended.includes(state),
    async run(walk, pick) {
      const done = await fetchFile(walk, someBrowser(walk, pick), walk.lane.other.fileId);
      if (done?.ok) throw new Breach("collected: a file of another request");
      return done;
    },
  },
  look: {
    when: ({ state }) => ended.includes(state),
    async run(walk, pick) {
      await walk.look(someBrowser(walk, pick));
      return null;
    },
  },
  wait: {
    when: () => true,
    async run(walk, pick) {
      walk.acting = "clock";
      walk.now = new Date(walk.now.getTime() + (oneOf([1, 5, 9, 14, 16, 31, 1500], pick) ?? 1) * minute);
      return null;
    },
  },
};

function fileOf({ chain }: Walk): string | null {
  return chain.findLast(({ type }) => type === "AnswerPrepared")?.payload.files?.[0]?.id ?? null;
}
