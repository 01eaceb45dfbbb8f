import { parseCrontab } from "graphile-worker";
import { afterAll, beforeAll, expect, it } from "vitest";
import { purgeExpired } from "@/lib/commands/purge-expired";
import { recordLetter } from "@/lib/commands/record-letter";
import { openDesk } from "@/lib/commands/test-desk";
import { database } from "@/lib/db/client";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { sweepRateCounts } from "@/lib/db/rate-limit";
import { atStart, crontab } from "./crontab";
import { taskList } from "./task-list";

const now = new Date("2026-12-04T10:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk(now);
});
afterAll(() => desk.close());

it("everything in the timetable is a task, and the sweep runs every quarter of an hour", () => {
  const turns = parseCrontab(crontab);
  expect(turns.map(({ task }) => task)).toEqual([
    "sweep",
    "purge",
    "purge_requests",
    "weekly_letters",
    "sum_figures",
    "heartbeat",
    "checkpoint",
  ]);
  for (const task of [...turns.map(({ task }) => task), ...atStart]) expect(taskList).toHaveProperty(task);
});

it("takes away what has ended, and nothing else", async () => {
  const { id } = await desk.file();
  await desk.mailbox(id);
  const { id: organisationId } = desk.organisation;
  await inOrganisation(organisationId, ({ tx }) =>
    tx.keptForm.createMany({
      data: [-25, -23].map((age) => ({
        organisationId,
        browserHash: String(age),
        form: "ask",
        body: new Uint8Array([1]),
        keptAt: hours(age),
      })),
    }),
  );
  await database().rateCount.createMany({
    data: [-1, 1].map((age) => ({ key: String(age), window: now, count: 1, expiresAt: hours(age) })),
  });
  const actor = { kind: "system", organisationId, task: "purge" } as const;
  expect(await purgeExpired(actor, now)).toEqual({ keptForms: 1, challenges: 0, sessions: 0 });
  expect(await sweepRateCounts(now)).toBe(1);
  expect(await purgeExpired(actor, hours(24 * 8))).toEqual({ keptForms: 1, challenges: 1, sessions: 1 });
  expect((await desk.look(id)).facts.state).toBe("unconfirmed");
});

it("a letter's end is recorded once, however many say so at once and whatever else happens to the request", async () => {
  const handler = await desk.member("handler");
  const { id } = await desk.file();
  await desk.confirm(id);
  const { id: organisationId } = desk.organisation;
  const letters = await inOrganisation(organisationId, ({ tx }) => tx.letter.findMany({ where: { requestId: id } }));
  const actor = { kind: "system", organisationId, task: "send_letter" } as const;
  const outcome = { status: "sent", subject: "s", text: "t" } as const;
  const record = (letterId: string) => recordLetter(actor, { organisation: desk.organisation, letterId, outcome }, now);
  await Promise.all([
    ...letters.flatMap(({ id: letterId }) => [record(letterId), record(letterId)]),
    desk.step(handler, id, { step: "note", words: "meanwhile" }),
  ]);
  const sent = (await desk.look(id)).chain.filter(({ event }) => event.type === "LetterSent");
  expect(sent).toHaveLength(letters.length);
});

it("only the machine records letters, and only of its own organisation", async () => {
  const other = desk.organisations.find(({ id }) => id !== desk.organisation.id);
  const { id: organisationId } = desk.organisation;
  const outcome = { status: "sent", subject: "s", text: "t" } as const;
  const input = { organisation: desk.organisation, letterId: organisationId, outcome };
  const stranger = { kind: "system", organisationId: other?.id ?? "", task: "send_letter" } as const;
  expect(await recordLetter(stranger, input, now)).toEqual({ ok: false, refusal: "not_found" });
  expect(await recordLetter({ ...stranger, organisationId }, input, now)).toEqual({ ok: false, refusal: "not_found" });
});
