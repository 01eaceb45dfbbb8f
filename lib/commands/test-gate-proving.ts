import { inOrganisation } from "@/lib/db/organisation-scope";
import { freshenPersonSession } from "@/lib/db/person-sessions";
import type { DeliveryFactor } from "@/lib/domain/events";
import type { PaperKind } from "@/lib/domain/papers";
import { riskSignals } from "@/lib/domain/risk-signals";
import { type ProofKind, proofKinds, type StaffProofKind } from "@/lib/domain/verification";
import { answerForAgent } from "./answer-for-agent";
import { askPrincipal } from "./ask-principal";
import { askDeliveryCode, giveDeliveryCode } from "./owe-delivery-code";
import { proveDelivery } from "./prove-delivery";
import { redeemChallenge } from "./redeem-challenge";
import { aFileFor, type Browser, type Walk } from "./test-gate-world";

/** What one move was answered: true where it was taken, false where it was refused. */
export type Done = { ok: boolean; refusal?: string } | null;
export type Move = { when(walk: Walk): boolean; run(walk: Walk, pick: number): Promise<Done> };

export const live = ["open", "in_progress", "waiting_for_person", "answer_prepared"];
export const ended = ["answered", "closed"];
const keyLetters = ["confirm_address", "received", "need_more", "answer_ready", "new_message", "fresh_link"] as const;
const staffKinds = Object.keys(proofKinds).filter((kind) => kind !== "contact_confirmed") as StaffProofKind[];
const signals = Object.keys(riskSignals) as (keyof typeof riskSignals)[];

export function oneOf<Item>(items: readonly Item[], pick: number): Item | undefined {
  return items[pick % items.length];
}
/** Who truly is the person, and so holds the account and knows the data points. */
function truly(walk: Walk, { hand }: Browser): boolean {
  const forOther = walk.opening.relation !== "self" && walk.opening.relation !== "helper";
  return forOther ? hand === "person" : hand === "asker" && walk.opening.genuine;
}
export const someBrowser = ({ browsers }: Walk, pick: number) => oneOf(browsers, pick) as Browser;

/** The person shows something themselves in this browser; the page then writes down that it was shown anew, where asked. */
async function show(walk: Walk, browser: Browser, how: { kind: ProofKind; factor: DeliveryFactor }): Promise<Done> {
  const person = await walk.personIn(browser);
  if (!person) return null;
  const by = how.factor === "matched" ? "matching" : "sign_in";
  const done = await walk.step(person, { step: "prove", kind: how.kind, by });
  if (!done.ok) return done;
  const { organisation, id: requestId, now } = walk;
  walk.note(browser, how.factor);
  await inOrganisation(organisation.id, (scope) =>
    freshenPersonSession(scope, { token: browser.token, requestId, factors: [how.factor] }, now),
  );
  return ended.includes(walk.state)
    ? proveDelivery(person, { organisation, session: browser.token, typed: {} }, now)
    : done;
}

async function redeem(walk: Walk, box: string, hand: Browser["hand"], byCode: boolean): Promise<Done> {
  await walk.collectPost();
  const letter = walk.letter(box, ...keyLetters);
  if (!letter) return null;
  letter.read = true;
  walk.actAs(hand);
  const { organisation, reference } = walk;
  const presented = byCode
    ? ({ by: "code", reference, code: letter.code } as const)
    : ({ by: "link", token: letter.token, askedHere: null, code: letter.code } as const);
  const visitor = { kind: "visitor", organisationId: organisation.id } as const;
  const redeemed = await redeemChallenge(visitor, { organisation, presented }, walk.now);
  if (redeemed.ok) walk.keepBrowser(redeemed.session, hand);
  return redeemed;
}

export const proving: Readonly<Record<string, Move>> = {
  confirm: {
    when: ({ state, browsers }) => state !== "withdrawn" && browsers.length < 4,
    run: (walk, pick) => redeem(walk, walk.boxes.asker, "asker", pick % 2 === 0),
  },
  steal_a_letter: {
    when: ({ stolen, chain }) => !stolen.letter && chain.length > 2,
    async run(walk) {
      walk.stolen.letter = true;
      return redeem(walk, walk.boxes.asker, "thief", false);
    },
  },
  accept_proof: {
    when: ({ state }) => live.includes(state) || ended.includes(state),
    run: (walk, pick) =>
      walk.step(walk.lane.handler, {
        step: "accept_proof",
        kind: oneOf(staffKinds, pick) ?? "signed_in",
        words: "Seen.",
      }),
  },
  reject_proof: {
    when: ({ state }) => live.includes(state),
    run: (walk, pick) =>
      walk.step(walk.lane.handler, {
        step: "reject_proof",
        kind: oneOf(staffKinds, pick) ?? "signed_in",
        words: "No.",
      }),
  },
  ask_proof: {
    when: ({ state }) => state === "open" || state === "in_progress",
    run: (walk, pick) =>
      walk.step(walk.lane.handler, {
        ...{ step: "ask_proof", kind: oneOf(staffKinds, pick >> 1) ?? "signed_in", words: "Please." },
        ...(pick % 2 ? { beyond: "Much is at stake." } : {}),
      }),
  },
  match: {
    when: (walk) => walk.state !== "unconfirmed" && walk.browsers.some((one) => truly(walk, one)),
    run: (walk, pick) => {
      const kind = pick % 2 ? "data_points_matched" : "three_points_matched";
      return show(
        walk,
        oneOf(
          walk.browsers.filter((one) => truly(walk, one)),
          pick,
        ) as Browser,
        { kind, factor: "matched" },
      );
    },
  },
  sign_in: {
    when: (walk) => walk.state !== "unconfirmed" && walk.browsers.some((one) => truly(walk, one)),
    run: (walk, pick) => {
      const browser = oneOf(
        walk.browsers.filter((one) => truly(walk, one)),
        pick,
      ) as Browser;
      return show(walk, browser, { kind: "signed_in", factor: "signed_in" });
    },
  },
  declare: {
    when: ({ state }) => state !== "unconfirmed",
    async run(walk, pick) {
      const person = await walk.personIn(someBrowser(walk, pick));
      return person && walk.step(person, { step: "prove", kind: "declaration", by: "declaration", words: "I swear." });
    },
  },
  guess_points: {
    when: ({ state }) => live.includes(state),
    async run(walk, pick) {
      const person = await walk.personIn(someBrowser(walk, pick));
      return person && walk.step(person, { step: "fail_match" });
    },
  },
  recognise: {
    when: ({ state, opening, chain }) =>
      live.includes(state) && opening.onFile && !chain.some(({ type }) => type === "AddressChanged"),
    run: (walk) => walk.step(system(walk), { step: "recognise" }),
  },
  ask_principal: {
    when: ({ state, opening }) => opening.relation === "agent" && live.includes(state),
    async run(walk, pick) {
      const person = await walk.personIn(someBrowser(walk, pick));
      // An agent who was never asked writes to a mailbox of their own, and says that it is the person's.
      const address = walk.opening.genuine || pick % 2 ? walk.boxes.person : walk.boxes.next;
      return person && askPrincipal(person, { organisation: walk.organisation, address }, walk.now);
    },
  },
  principal_answers: {
    when: ({ state, opening, chain }) =>
      opening.relation === "agent" && live.includes(state) && chain.some(({ type }) => type === "AuthorityAsked"),
    async run(walk) {
      await walk.collectPost();
      const own = walk.letter(walk.boxes.next, "confirm_agent");
      const letter = walk.letter(walk.boxes.person, "confirm_agent") ?? own;
      if (!letter) return null;
      letter.read = true;
      walk.actAs(letter === own ? "asker" : "person");
      const { organisation, opening, now } = walk;
      // Only the person's own address is one that may be on file: that is what the page asks the organisation.
      const onFile = letter !== own && opening.onFile;
      const answer = letter === own || opening.genuine ? "yes" : "no";
      const visitor = { kind: "visitor", organisationId: organisation.id } as const;
      return answerForAgent(visitor, { organisation, token: letter.token, code: letter.code, answer, onFile }, now);
    },
  },
  send_paper: {
    when: ({ state }) => live.includes(state),
    async run(walk, pick) {
      const person = await walk.personIn(someBrowser(walk, pick));
      const proof = oneOf(papersFor(walk), pick >> 2);
      return person && proof ? walk.step(person, { step: "write", words: "", files: [aFileFor()], proof }) : null;
    },
  },
  decide_paper: {
    when: (walk) => live.includes(walk.state) && paperSent(walk) !== undefined,
    run(walk, pick) {
      const kind = paperSent(walk) ?? "document_checked";
      const step = pick % 4 === 0 ? "reject_proof" : "accept_proof";
      return walk.step(walk.lane.handler, { step, kind, words: "Looked at." });
    },
  },
  note_risks: {
    when: ({ state }) => state === "unconfirmed" || live.includes(state),
    run: (walk, pick) => walk.step(system(walk), { step: "note_risks", signals: [oneOf(signals, pick) ?? "disowned"] }),
  },
  ask_code: {
    when: ({ state }) => ended.includes(state),
    async run(walk, pick) {
      const person = await walk.personIn(someBrowser(walk, pick));
      return person && askDeliveryCode(person, { organisation: walk.organisation }, walk.now);
    },
  },
  tell_code: {
    when: ({ state }) => ended.includes(state),
    async run(walk) {
      const { organisation, reference, now } = walk;
      walk.acting = "handler";
      const given = await giveDeliveryCode(walk.lane.handler, { organisation, reference }, now);
      if (given.ok) walk.deskCode = given.code;
      return given;
    },
  },
};

// Mostly one that would do, or the portal wants it from nobody and no paper would ever be decided on.
function papersFor({ opening, asked }: Walk): readonly PaperKind[] {
  if (opening.relation === "agent") return ["power_of_attorney", "permission_signed", "document_checked"];
  if (opening.relation === "guardian" || opening.relation === "executor") return ["authority_checked"];
  return asked.place === "california" ? ["document_checked", "power_of_attorney"] : ["document_checked"];
}

/** The kind of the newest paper that nobody has decided on. */
function paperSent({ chain }: Walk): StaffProofKind | undefined {
  const at = chain.findLastIndex(({ payload }) => payload.proof);
  const kind = chain[at]?.payload.proof;
  return kind && !chain.slice(at).some(({ payload }) => payload.kind === kind) ? (kind as StaffProofKind) : undefined;
}

function system({ organisation }: Walk) {
  return { kind: "system", organisationId: organisation.id, task: "sweep" } as const;
}
