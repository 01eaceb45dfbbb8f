import { afterAll, beforeAll, expect, it } from "vitest";
import type { Matcher } from "@/lib/domain/matching";
import { principalOnFile } from "./principal-on-file";
import { agentsAt } from "./test-agent";
import { named, openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const known: Matcher = async () => ({ matched: 0, addressOnFile: true });

function look(token: string, matcher: Matcher, { at = "aimarkos", onAway = (_: unknown) => {} } = {}) {
  const organisation = named(desk.organisations, at);
  const visitor = { kind: "visitor", organisationId: organisation.id } as const;
  return principalOnFile(visitor, { organisation, token, matcher, onAway }, desk.openedAt);
}

it("ATK-I4: what is looked up is the mailbox that was written to, under the person's name, and never the agent's own", async () => {
  const { address, token } = await agentsAt(desk).asked();
  const questions: unknown[] = [];
  const matcher: Matcher = async (question) => {
    questions.push(question);
    return { matched: 0, addressOnFile: question.email === address };
  };
  expect(await look(token, matcher)).toBe(true);
  expect(questions).toEqual([{ name: "Robin Canary", email: address, points: {} }]);
});

it("ATK-I4: an address that the source does not know under that name says nothing", async () => {
  const { token } = await agentsAt(desk).asked();
  expect(await look(token, async () => ({ matched: 0, addressOnFile: false }))).toBe(false);
});

it("a source that is away says nothing, is reported, and leaves the link to be used", async () => {
  const { token } = await agentsAt(desk).asked();
  const faults: unknown[] = [];
  const away = new Error("no answer");
  const gone = look(token, () => Promise.reject(away), { onAway: (fault) => void faults.push(fault) });
  expect([await gone, faults]).toEqual([false, [away]]);
  expect(await look(token, known)).toBe(true);
});

it("a link that was used, was never made, or is another organisation's asks nobody", async () => {
  const { answer, asked } = agentsAt(desk);
  const used = await asked();
  expect(await answer(used.token, "yes")).toEqual({ ok: true });
  const alive = await asked();
  const never: Matcher = () => Promise.reject(new Error("the source was asked"));
  const strict = { onAway: (fault: unknown) => expect.fail(String(fault)) };
  expect(await look(used.token, never, strict)).toBe(false);
  expect(await look("a".repeat(43), never, strict)).toBe(false);
  expect(await look(alive.token, never, { ...strict, at: "ares" })).toBe(false);
});
