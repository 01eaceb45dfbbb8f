import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import { recordChange } from "@/lib/db/record-change";
import { loadRequest } from "@/lib/db/request-store";
import { openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const isWaited = (scope: Scope) =>
  expect
    .poll(
      async () => {
        const [row] = await scope.tx.$queryRaw<{ waiting: number }[]>`
          select count(*)::int as waiting from pg_locks where not granted`;
        return row?.waiting ?? 0;
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);

/** Writes down a sent letter and commits only when the other writer, who saw the request before that, stands in line. */
async function whileALetterIsWritten<Result>(id: string, other: () => Promise<Result>): Promise<Result> {
  const actor = { kind: "system", organisationId: desk.organisation.id, task: "send_letter" } as const;
  const event = { type: "LetterSent", letterId: crypto.randomUUID(), letter: "received" } as const;
  return inOrganisation(desk.organisation.id, async (scope) => {
    const stored = await loadRequest(scope, desk.organisation, { id });
    if (!stored) throw new Error("no such request");
    await recordChange(scope, stored, { event, actor }, desk.openedAt);
    const waiting = other();
    await isWaited(scope);
    return { waiting };
  }).then(({ waiting }) => waiting);
}

describe("a letter that is written down in the same moment", () => {
  it("does not keep a handler from the step they see", async () => {
    const handler = await desk.member("handler");
    const { id } = await desk.file();
    await desk.confirm(id);
    const { version } = (await desk.look(id)).facts;
    const begun = await whileALetterIsWritten(id, () =>
      desk.step(handler, id, { step: "begin" }, desk.openedAt, version),
    );
    expect(begun).toMatchObject({ ok: true, version: version + 2 });
  });

  it("does not turn the person's link away", async () => {
    const { id } = await desk.file();
    expect(await whileALetterIsWritten(id, () => desk.confirm(id))).toMatchObject({ ok: true, confirmedNow: true });
  });
});
