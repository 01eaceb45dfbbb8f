import { randomUUID } from "node:crypto";
import type pg from "pg";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { findPersonSession, startPersonSession } from "@/lib/db/person-sessions";
import type { PersonActor, StaffActor } from "@/lib/domain/actor";
import type { PersonLetter } from "@/lib/domain/letters";
import type { Right } from "@/lib/domain/right";
import type { FileToKeep, StepChange } from "@/lib/domain/step-change";
import type { Relation } from "@/lib/domain/verification";
import { personRequest } from "@/lib/queries/person-request";
import { fileRequest } from "./file-request";
import { readyLetter } from "./ready-letter";
import { takeStep } from "./take-step";
import type { openDesk } from "./test-desk";
import { type Figures, type Milestone, milestonesOf, type Who } from "./test-gate-figures";
import { type Asked, type Entry, type Shown, unproven, wronglyOpened } from "./test-gate-oracle";

/**
 * Who sits at the screen. `asker` filed: the person themselves, or whoever says so. `person` is whom it is about, where
 * somebody else asks. `thief` read one letter with a link, or copied one cookie; never a second letter, nor the account,
 * nor what only the person knows.
 */
export type Hand = "asker" | "person" | "thief";
export type Browser = { token: string; id: string; hand: Hand };
type Post = { to: string; kind: PersonLetter; token: string; code: string; read: boolean };

/** How a walk begins. `genuine`: the asker is the person, or was truly asked by them; `onFile`: their address is known. */
export type Opening = {
  rights: readonly Right[];
  relation: Relation;
  place: Asked["place"];
  genuine: boolean;
  onFile: boolean;
  byTelephone: boolean;
};

export class Breach extends Error {}

export type Lane = {
  desk: Awaited<ReturnType<typeof openDesk>>;
  handler: StaffActor;
  approver: StaffActor;
  dpo: StaffActor;
  sql: pg.Client;
  figures: Figures;
  /** A request of somebody else that was answered, with its file and the code that opens it there. */
  other: { id: string; reference: string; fileId: string; code: string; person: PersonActor };
};

const places = {
  eu: { country: "DE", region: null },
  britain: { country: "GB", region: null },
  california: { country: "US", region: "CA" },
  elsewhere: { country: "US", region: "TX" },
} as const;

/** One request and what is true about it, whatever anybody claims. */
export class Walk {
  readonly organisation;
  readonly asked: Asked;
  readonly boxes: { asker: string; person: string; next: string };
  now: Date;
  id = "";
  reference = "";
  state = "";
  chain: Entry[] = [];
  browsers: Browser[] = [];
  post: Post[] = [];
  shown: Shown[] = [];
  deskCode: string | null = null;
  stolen = { letter: false, cookie: false };
  /** Whose move it is: set by whatever acts, counted when the move is over. */
  acting: Who = "nobody";
  readonly reached = new Set<Milestone>();
  /** The new mailbox was written to and has not answered. */
  moving = false;

  constructor(
    readonly lane: Lane,
    readonly opening: Opening,
  ) {
    const tag = randomUUID().slice(0, 12);
    this.organisation = lane.desk.organisation;
    this.now = lane.desk.openedAt;
    this.asked = { rights: opening.rights, relation: opening.relation, place: opening.place };
    this.boxes = { asker: `a.${tag}@example.com`, person: `p.${tag}@example.com`, next: `n.${tag}@example.com` };
  }

  async file(): Promise<this> {
    const { relation, rights, place, byTelephone } = this.opening;
    const other = relation !== "self" && relation !== "helper";
    const filing = {
      ...{ rights, relation, ...places[place], details: {}, language: "en" },
      channel: byTelephone ? ("telephone" as const) : ("portal" as const),
      person: {
        name: `Robin ${this.boxes.asker.slice(0, 6)}`,
        email: this.boxes.asker,
        ...(other ? { askerName: "Ash Asker", knownEmail: this.boxes.person } : {}),
      },
    };
    const actor = byTelephone
      ? this.lane.handler
      : ({ kind: "visitor", organisationId: this.organisation.id } as const);
    const filed = await fileRequest(
      actor,
      { organisation: this.organisation, filing, filingKey: randomUUID() },
      this.now,
    );
    if (!filed.ok) throw new Error(filed.refusal);
    this.id = filed.id;
    this.reference = filed.reference;
    this.browsers.push({ token: filed.session, id: "", hand: "asker" });
    await this.read();
    return this;
  }

  /** Everything that the record says since we last looked, checked as it comes. */
  async read(): Promise<void> {
    const { rows } = await this.lane.sql.query(
      `select r.state, e.seq, e.type, e.payload, e.at from privacy_request r
         left join event e on e.chain_id = r.id and e.seq > $2 where r.id = $1 order by e.seq`,
      [this.id, this.chain.at(-1)?.seq ?? 0],
    );
    this.state = rows[0]?.state ?? "";
    for (const { seq, type, payload, at } of rows.filter((row) => row.seq !== null)) {
      this.chain.push({ seq, type, payload, at: (at as Date).getTime() });
      for (const milestone of milestonesOf(this.chain)) this.reached.add(milestone);
      if (type !== "AnswerReleased") continue;
      const short = unproven(this.chain, seq, this.asked);
      if (short) throw new Breach(`released: ${short}`);
    }
  }

  /** Every letter that has left: whose mailbox it lies in, and what it opens. */
  async collectPost(): Promise<void> {
    const organisation = this.organisation;
    const { rows } = await this.lane.sql.query(
      `select id from letter where request_id = $1 and audience = 'person' and status = 'queued' and not crowded_out
         and note is null order by queued_at`,
      [this.id],
    );
    const system = { kind: "system", organisationId: organisation.id, task: "send_letter" } as const;
    for (const { id } of rows) {
      const letter = await readyLetter(system, { organisation, letterId: id }, this.now);
      if (!letter?.secrets || letter.to === null || letter.audience !== "person") continue;
      this.post.push({ to: letter.to, kind: letter.kind, ...letter.secrets, read: false });
    }
  }

  /** The newest unread letter of these kinds in this mailbox. */
  letter(to: string, ...kinds: readonly PersonLetter[]): Post | undefined {
    return this.post.findLast((one) => one.to === to && !one.read && (kinds.length === 0 || kinds.includes(one.kind)));
  }

  /** The person as this browser shows them now; null where its session is over. */
  async personIn(browser: Browser): Promise<PersonActor | null> {
    const { id: organisationId } = this.organisation;
    this.actAs(browser.hand);
    const behind = await inOrganisation(organisationId, (scope) => findPersonSession(scope, browser.token, this.now));
    if (!behind) return null;
    const { id, requestId, proven, fresh } = behind;
    return { kind: "person", organisationId, requestId, proven, fresh, session: id };
  }

  actAs(hand: Hand): void {
    const { relation, genuine } = this.opening;
    const themselves = relation === "self" || relation === "helper";
    if (hand !== "asker") this.acting = hand;
    else this.acting = !genuine ? "impostor" : themselves ? "person" : "representative";
  }

  /** Adds the move that is over to the figures of whoever acted. */
  count(done: { ok: boolean } | null): void {
    const { figures } = this.lane;
    figures.steps += 1;
    figures.by[this.acting].tried += 1;
    if (!done) return;
    figures.by[this.acting][done.ok ? "taken" : "refused"] += 1;
    if (!done.ok && (this.acting === "impostor" || this.acting === "thief")) this.reached.add("impostor_refused");
  }

  async newBrowser(hand: Hand): Promise<Browser> {
    const token = await inOrganisation(this.organisation.id, (scope) =>
      startPersonSession(scope, { requestId: this.id, proven: true }, this.now),
    );
    return this.keepBrowser(token, hand);
  }
  keepBrowser(token: string, hand: Hand): Browser {
    const browser = { token, id: token, hand };
    this.browsers.push(browser);
    return browser;
  }

  step(actor: Parameters<typeof takeStep>[0], change: StepChange) {
    if (actor.kind === "system") this.acting = "system";
    if (actor.kind === "staff") this.acting = actor.roles.includes("handler") ? "handler" : "approver";
    return takeStep(actor, { organisation: this.organisation, request: { id: this.id }, change }, this.now);
  }

  note(browser: Browser, factor: string): void {
    this.shown.push({ session: browser.token, factor, at: this.now.getTime(), afterSeq: this.chain.at(-1)?.seq ?? 0 });
  }

  /** What the page shows of an answer is bytes of it as well. */
  async look(browser: Browser): Promise<void> {
    const person = await this.personIn(browser);
    const { organisation, reference } = this;
    const seen = person && (await personRequest(person, { organisation, reference }, this.now));
    if (!seen?.answer?.opens) {
      if (seen?.answer?.words || seen?.answer?.files.length)
        throw new Breach("words on the page: of an answer that is shut");
      return;
    }
    this.lane.figures.looked += 1;
    this.lane.figures.bytes += Buffer.byteLength(seen.answer.words ?? "");
    this.reached.add("answer_read");
    const { chain, asked, shown, now } = this;
    const looking = { seq: Number.POSITIVE_INFINITY, at: now.getTime(), session: browser.token };
    const wrong = wronglyOpened(chain, looking, { asked, shown });
    if (wrong) throw new Breach(`words on the page: ${wrong}`);
  }
}

export function aFileFor(): FileToKeep {
  const fileKey = "AGE-SECRET-KEY-1WALK";
  return { id: randomUUID(), name: "answer.pdf", mediaType: "application/pdf", size: 3, digest: "ab", fileKey };
}
