import { expect, test } from "./journey";
import { lettersTo } from "./mailbox";
import { file, fileConfirmed, unknownReference } from "./raw-filing";
import { type Reply, rawVisitor } from "./raw-visitor";

test("ATK-E1 V6.3.8: asking for a fresh link says the same for known, unknown and other people's addresses", async ({
  email,
}) => {
  const filed = await fileConfirmed(rawVisitor(), { organisation: "ares", email });
  const answers = [];
  for (const sought of [email, filed.reference, `un${email}`, unknownReference(), "nobody@example.org"]) {
    const visitor = rawVisitor();
    const sent = await visitor.post("/ares/find/send", { sought });
    const page = await visitor.get(sent.location);
    answers.push({ status: sent.status, to: sent.location, cookies: [...visitor.cookies.keys()], text: plain(page) });
  }
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test("ATK-E1: a wrong code says the same for a request that is there, one that is not and one of another organisation", async ({
  email,
}) => {
  const filed = await file(rawVisitor(), { organisation: "ares", email });
  const elsewhere = await file(rawVisitor(), { organisation: "aimarkos", email: `a-${email}` });
  const answers = [];
  for (const reference of [filed.reference, unknownReference(), elsewhere.reference]) {
    const visitor = rawVisitor();
    const sent = await visitor.post("/ares/confirm/code", { reference, code: "00000000" });
    const page = await visitor.get(sent.location.split("#")[0] ?? "");
    answers.push({ status: sent.status, to: sent.location, text: plain(page).replaceAll(reference, "…") });
  }
  expect(answers[0]?.text).toContain("That code does not fit.");
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test("R9 V2.4.1: each door counts by address, names the wait, gives the text back, and lets others in", async () => {
  const doors = [
    { path: "/ares/find/send", count: 10, fields: { sought: "somebody@example.com" } },
    { path: "/ares/confirm/code", count: 20, fields: { reference: unknownReference(), code: "00000000" } },
    { path: "/console/first-administrator/begin", count: 20, fields: { token: "guess", email: "a@example.com" } },
  ] as const;
  for (const { path, count, fields } of doors) {
    const visitor = rawVisitor();
    for (let times = 0; times < count; times += 1) {
      // Neither a header nor another cookie makes somebody else of them.
      const disguise = {
        "x-forwarded-for": `10.0.0.${times}`,
        "x-real-ip": `10.0.1.${times}`,
        cookie: `habeas_browser=${times}`,
      };
      expect((await visitor.post(path, fields, disguise)).status).toBe(303);
    }
    const over = await visitor.post(path, fields);
    expect([path, over.status]).toEqual([path, 429]);
    expect(Number(over.headers["retry-after"])).toBeGreaterThan(0);
    expect(over.text).toMatch(/Wait (a minute|\d+ minutes) and try again/);
    if ("sought" in fields) expect(over.text).toContain(fields.sought);
    expect((await rawVisitor().post(path, fields)).status).toBe(303);
  }
});

test("V6.3.1: passwords are guessed slowly, and whoever has the right one elsewhere still gets in", async () => {
  const { signInOf } = await import("./staff");
  const { email, password } = signInOf("administrator");
  const guesser = rawVisitor();
  const said: string[] = [];
  // Counted in windows of the clock: where one ends in the middle of the guessing, five more come through and not one beyond.
  for (let guess = 0; guess < 11 && said.at(-1) !== "wait"; guess += 1) {
    const sent = await guesser.post("/console/sign-in/enter", {
      email,
      password: `guess number ${guess}`,
      code: "",
      to: "",
    });
    said.push(
      (await guesser.get(sent.location.split("#")[0] ?? "")).text.includes("There were too many tries.")
        ? "wait"
        : "no",
    );
  }
  expect(said.at(-1)).toBe("wait");
  expect(said.indexOf("wait")).toBeGreaterThanOrEqual(5);
  const right = await guesser.post("/console/sign-in/enter", { email, password, code: "", to: "" });
  expect(right.location).toContain("again=1");
  const owner = await rawVisitor().post("/console/sign-in/enter", { email, password, code: "", to: "" });
  expect(owner.location).toBe("/console");
});

test("ATK-M7: whoever files again and again in somebody's name fills no mailbox", async ({ email }) => {
  const references = [];
  for (let times = 0; times < 5; times += 1) {
    references.push((await file(rawVisitor(), { organisation: "ares", email })).reference);
  }
  expect(new Set(references).size).toBe(5);
  await expect.poll(async () => (await lettersTo(email)).length, { timeout: 60_000 }).toBe(3);
  // What comes later would come after this one, which goes by the same road.
  const later = `later-${email}`;
  await file(rawVisitor(), { organisation: "ares", email: later });
  await expect.poll(async () => (await lettersTo(later)).length, { timeout: 60_000 }).toBe(1);
  expect(await lettersTo(email)).toHaveLength(3);
});

function plain({ text }: Reply): string {
  return text.replaceAll(/<script[\s\S]*?<\/script>/g, "").replaceAll(/nonce="[^"]*"/g, "");
}
