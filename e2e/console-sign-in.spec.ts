import { expectAccessible } from "./accessibility";
import { codeFor, hire } from "./hiring";
import { expect, test } from "./journey";
import { rawStaff } from "./raw-staff";
import { rawVisitor } from "./raw-visitor";
import { signIn, signInOf } from "./staff";

const own = process.env.E2E_BASE_URL ?? "";

test("W19: where a second factor is asked for, the console stays shut until it is there, and a code works once", async ({
  staff,
  otherBrowser,
}) => {
  const member = await otherBrowser();
  const who = await hire(await staff("administrator"), member, { organisation: "aiworksforus", roles: ["handler"] });
  for (const address of ["/console", "/console/audit", "/console/reports/overdue", "/console/team"]) {
    await member.goto(address);
    await expect(member).toHaveURL(/\/console\/account\/second-factor$/);
  }
  const direct = rawStaff(await member.context().storageState());
  expect((await direct.get("/console/reports/overdue/csv")).status).toBe(404);
  expect((await direct.post("/console/search", { text: "somebody" })).status).toBe(404);
  await expectAccessible(member);

  const key = (await member.locator("code").textContent()) ?? "";
  await member.getByLabel("Code").fill(codeFor(key, -1));
  await member.getByLabel("Your password").fill(who.password);
  await member.getByRole("button", { name: "Use this authenticator" }).click();
  await expect(member.getByRole("status").filter({ hasText: "Your authenticator is in use." })).toBeVisible();

  const elsewhere = await otherBrowser();
  await elsewhere.goto("/console");
  const without = { ...who, code: "" };
  for (const code of [without.code, "000000", codeFor(key, -1)]) {
    await elsewhere.getByLabel("E-mail").fill(who.email);
    await elsewhere.getByLabel("Password").fill(who.password);
    await elsewhere.getByLabel("Code").fill(code);
    await elsewhere.getByRole("button", { name: "Sign in" }).click();
    await expect(elsewhere.getByRole("alert", { name: "There is a problem" })).toContainText("That does not fit.");
  }
  await expectAccessible(elsewhere);
  await signIn(elsewhere, { ...who, code: codeFor(key) });
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Requests");
});

test("ATK-S2: signing out ends the session on the server: a copied cookie opens nothing afterwards", async ({
  otherBrowser,
}) => {
  const page = await otherBrowser();
  await signIn(page, signInOf("dpo"));
  const copied = rawStaff(await page.context().storageState());
  expect((await copied.get("/console")).status).toBe(200);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/console\/sign-in$/);
  const replayed = await copied.get("/console/audit");
  expect([replayed.status, replayed.location]).toEqual([307, "/console/sign-in/audit"]);
  await page.goBack();
  await expect(page.getByRole("button", { name: "Sign out" })).toHaveCount(0);
  expect((await copied.post("/console/search", { text: "x" })).status).toBe(404);
});

test("ATK-S2: a member who is signed out by an administrator is out with the next click", async ({
  staff,
  otherBrowser,
}) => {
  const member = await otherBrowser();
  const administrator = await staff("administrator");
  const who = await hire(administrator, member, { organisation: "Ares", roles: ["auditor"] });
  await member.goto("/console");
  await administrator.goto("/console/team");
  await administrator.getByRole("row").filter({ hasText: who.email }).getByRole("link").click();
  await administrator.getByRole("button", { name: "Close the account" }).click();
  await expect(administrator.getByRole("status").filter({ hasText: "The account is closed." })).toBeVisible();
  await expectAccessible(administrator);
  await member.getByRole("link", { name: "Audit" }).click();
  await expect(member).toHaveURL(/\/console\/sign-in/);
  await member.getByLabel("E-mail").fill(who.email);
  await member.getByLabel("Password").fill(who.password);
  await member.getByRole("button", { name: "Sign in" }).click();
  await expect(member.getByRole("alert", { name: "There is a problem" })).toContainText("That does not fit.");
});

test("ATK-S1: a session that somebody planted is not the one after signing in, and is over", async ({
  otherBrowser,
}) => {
  const attacker = await otherBrowser();
  await signIn(attacker, signInOf("auditor"));
  const planted = (await attacker.context().storageState()).cookies.filter(({ name }) => name === "habeas_staff");
  expect(planted).toHaveLength(1);
  const victim = await otherBrowser();
  await victim.context().addCookies(planted.map(({ name, value }) => ({ name, value, url: own })));
  await victim.goto("/console/sign-in");
  const form = victim.getByRole("main");
  await form.getByLabel("E-mail").fill(signInOf("handler").email);
  await form.getByLabel("Password").fill(signInOf("handler").password);
  await form.getByRole("button", { name: "Sign in" }).click();
  await expect(victim.getByRole("banner")).toContainText("Demo handler");
  const after = (await victim.context().storageState()).cookies.filter(({ name }) => name === "habeas_staff");
  expect(after.map(({ value }) => value)).not.toEqual(planted.map(({ value }) => value));
  await attacker.goto("/console/audit");
  await expect(attacker).toHaveURL(/\/console\/sign-in/);
});

test("ATK-S5: signing in leads to our own pages only, wherever the address says to go", async () => {
  const { email, password } = signInOf("handler");
  const elsewhere = [
    "//evil.example",
    "/\\evil.example",
    "https:evil.example",
    "https://evil.example",
    "..//evil.example",
    "%0d%0aLocation:%20https://evil.example",
    "\r\nSet-Cookie: a=b",
    "javascript:alert(1)",
    "@evil.example",
    "sign-in/x",
  ];
  for (const to of elsewhere) {
    const reply = await rawVisitor().post("/console/sign-in/enter", { email, password, code: "", to });
    expect(`${reply.status} ${reply.location}`, to).toMatch(/^303 \/console(\/[A-Za-z0-9._~-]+)*$/);
    expect(reply.headers["set-cookie"]?.join()).not.toContain("a=b");
  }
  const visitor = rawVisitor();
  for (const path of ["/api/auth/signin", "/api/auth/signout", "/api/auth/callback/credentials", "/api/auth/error"]) {
    for (const evil of ["//evil.example", "https://evil.example/", "/\\evil.example"]) {
      const { location, status } = await visitor.get(`${path}?callbackUrl=${encodeURIComponent(evil)}`);
      expect(`${path} ${status} ${location.replace(process.env.E2E_BASE_URL ?? "", "")}`).not.toMatch(
        / (https?:|\/\/|\/\\)/,
      );
    }
  }
});

test("V6.3.8: a wrong password and an unknown address get the same answer", async () => {
  const answers = [];
  for (const email of [signInOf("approver").email, "nobody-here@example.org"]) {
    const visitor = rawVisitor();
    const sent = await visitor.post("/console/sign-in/enter", {
      email,
      password: "wrong wrong wrong",
      code: "",
      to: "",
    });
    const page = await visitor.get(sent.location.split("#")[0] ?? "");
    answers.push({ to: sent.location, status: page.status, text: plain(page.text).replaceAll(email, "…") });
  }
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[0]?.text).toContain("That does not fit.");
});

/** The words of a page, without the nonces and numbers that differ on each. */
function plain(html: string): string {
  return html.replaceAll(/<script[\s\S]*?<\/script>/g, "").replaceAll(/nonce="[^"]*"/g, "");
}
