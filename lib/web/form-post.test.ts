import { NextRequest, NextResponse } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openDesk } from "@/lib/commands/test-desk";
import { tokenHash } from "@/lib/db/key-ring";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { keptForm } from "@/lib/queries/kept-form";
import { faultWords } from "./fault-words";
import { type Done, formPost, type NotDone } from "./form-post";

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  process.env.HABEAS_BASE_URL = "http://127.0.0.1:3000";
  desk = await openDesk();
});
afterAll(() => desk?.close());

type Params = { name: string };
type Values = { words: string };
let doors = 0;

/** A door of its own for each test, so that no two share a counter. */
function door(run: (values: Values) => Done | NotDone | Promise<Done | NotDone>, limit = 100, maxBytes = 4_000) {
  doors += 1;
  return formPost<Params, { id: string }, Values>({
    name: `test door ${doors}`,
    actor: "anyone",
    limit: { count: limit, seconds: 3_600 },
    maxBytes,
    async gate({ name }) {
      if (name === "elsewhere") return NextResponse.redirect("http://127.0.0.1:3000/sign-in", 303);
      return name === "here" ? { id: desk.organisation.id } : null;
    },
    place: ({ id }) => ({ organisationId: id, form: "test", page: "/test?step=2" }),
    schema: () => z.object({ words: z.string().min(3, "Say a little more.") }),
    run: async (_, values) => run(values),
  });
}
const done = (): Done => ({ ok: true, to: "/next" });

type Sent = { headers?: Record<string, string>; browser?: string };
function post(fields: Record<string, string>, { headers = {}, browser }: Sent = {}): NextRequest {
  const body = new URLSearchParams(fields).toString();
  return new NextRequest("http://127.0.0.1:3000/test/send", {
    method: "POST",
    body,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String(body.length),
      origin: "http://127.0.0.1:3000",
      ...(browser ? { cookie: `habeas_browser=${browser}` } : {}),
      ...headers,
    },
  });
}
const at = (name: string) => ({ params: Promise.resolve({ name }) });

describe("the doorman lets in", () => {
  it("a right form, and answers 303 so that reload and Back never send twice", async () => {
    const seen: Values[] = [];
    const handle = door((values) => {
      seen.push(values);
      return done();
    });
    const answer = await handle(post({ words: "hello", role: "administrator" }), at("here"));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/next"]);
    // V15.3.3: what the schema does not know does not get through.
    expect(seen).toEqual([{ words: "hello" }]);
  });
  it("says what it guards, for the list of routes", () => {
    expect(door(done).door).toEqual({
      name: `test door ${doors}`,
      actor: "anyone",
      limit: { count: 100, seconds: 3_600 },
    });
  });
});

describe("the doorman refuses, before the command is reached", () => {
  const never = () => {
    throw new Error("the command was reached");
  };
  it("V3.5.1: a post from another site", async () => {
    const answer = await door(never)(
      post({ words: "hello" }, { headers: { origin: "https://evil.example" } }),
      at("here"),
    );
    expect(answer.status).toBe(403);
  });
  it("V5.2.1: a body that is larger than the door, or of unknown length", async () => {
    const large = await door(never)(post({ words: "x".repeat(5_000) }), at("here"));
    const unknown = post({ words: "hello" });
    unknown.headers.delete("content-length");
    expect([large.status, (await door(never)(unknown, at("here"))).status]).toEqual([413, 413]);
  });
  it("what the gate does not know: not found", async () => {
    expect((await door(never)(post({ words: "hello" }), at("nobody"))).status).toBe(404);
  });
  it("whom the gate sends elsewhere", async () => {
    expect((await door(never)(post({ words: "hello" }), at("elsewhere"))).headers.get("location")).toMatch(/sign-in$/);
  });
  it("V2.4.1: one too many, with the typed text given back and escaped", async () => {
    const handle = door(done, 2);
    await handle(post({ words: "one" }), at("here"));
    await handle(post({ words: "two" }), at("here"));
    const answer = await handle(post({ words: '<img src=x onerror="1">' }), at("here"));
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    const page = await answer.text();
    expect(page).toContain("&lt;img src=x onerror=&quot;1&quot;&gt;");
    expect(page).not.toContain("<img");
  });
});

describe("what was typed is never lost", () => {
  it("after a mistake: back to the page, with values and sentence kept for this browser, sealed", async () => {
    const answer = await door(done)(post({ words: "no" }), at("here"));
    expect(answer.headers.get("location")).toBe("/test?step=2&again=1#error-summary");
    const browser = /habeas_browser=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[1] ?? "";
    expect(browser.length).toBeGreaterThanOrEqual(32);
    const kept = await keptForm(desk.organisation.id, { browser, form: "test" }, new Date());
    expect(kept).toEqual({ values: { words: "no" }, mistakes: { words: "Say a little more." } });
    expect(await keptForm(desk.organisation.id, { browser: "another", form: "test" }, new Date())).toBeNull();
  });
  it("after a refusal: its sentence for the whole form", async () => {
    const refused = door(() => ({ ok: false, refusal: "changed_meanwhile" }));
    await refused(post({ words: "hello" }, { browser: "browser-refused" }), at("here"));
    const kept = await keptForm(desk.organisation.id, { browser: "browser-refused", form: "test" }, new Date());
    expect(kept).toMatchObject({
      values: { words: "hello" },
      mistakes: { "": expect.stringMatching(/Somebody else/) },
    });
  });
  it("V16.5.1: after a fault: a page with a number, the text and a button, and nothing of the fault", async () => {
    const broken = door(() => {
      throw new Error("secret-of-the-fault");
    });
    const answer = await broken(post({ words: "my long letter", password: "hunter2" }), at("here"));
    expect(answer.status).toBe(503);
    const page = await answer.text();
    expect(page).toContain("my long letter");
    expect(page).toMatch(/Number for our staff: [0-9a-f]{8}/);
    expect(page).toContain('action="/test/send"');
    expect(page).not.toContain("secret-of-the-fault");
    expect(page).not.toContain("<dd>hunter2");
  });
  it("and goes once the form was taken", async () => {
    const browser = "browser-done";
    await door(done)(post({ words: "no" }, { browser }), at("here"));
    await door(done)(post({ words: "hello" }, { browser }), at("here"));
    expect(await keptForm(desk.organisation.id, { browser, form: "test" }, new Date())).toBeNull();
  });
  it("ATK-S1: belongs to one browser; the table holds only a hash of its cookie", async () => {
    await door(done)(post({ words: "no" }, { browser: "browser-hashed" }), at("here"));
    const rows = await inOrganisation(desk.organisation.id, ({ tx }) => tx.keptForm.findMany());
    expect(rows.map(({ browserHash }) => browserHash)).toContain(tokenHash("browser-hashed"));
    expect(JSON.stringify(rows)).not.toContain("browser-hashed");
  });
});

describe("what goes wrong is said in the language that was chosen", () => {
  const tooLong = (path: string) =>
    new NextRequest(`http://127.0.0.1:3000${path}`, {
      method: "POST",
      headers: { cookie: "habeas_language=de", "content-length": "5000" },
    });

  it("on the portal", async () => {
    const answer = await door(done)(tooLong("/test/send"), at("here"));
    expect(answer.status).toBe(413);
    const page = await answer.text();
    expect(page).toContain('<html lang="de">');
    expect(page).toContain("Das war mehr, als wir auf einmal annehmen können. Die Grenze liegt bei 4 kB.");
    expect(page).not.toMatch(/\b(the|your|browser’s)\b/);
  });

  it("and in English to staff, whatever their browser chose as a person", async () => {
    const page = await (await door(done)(tooLong("/console/test"), at("here"))).text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain("That was more than we can take at once.");
  });

  it.each(Object.keys(faultWords.en) as (keyof typeof faultWords.en)[])("%s is not the same in both", (key) => {
    const said = [faultWords.en, faultWords.de].map((words) => {
      const entry = words[key];
      return typeof entry === "string" ? entry : [1, 9].map((value) => (entry as (given: number) => string)(value));
    });
    expect(said[0]).not.toEqual(said[1]);
  });
});
