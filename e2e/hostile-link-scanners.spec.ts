import { expect, test } from "./journey";
import { letterTo } from "./mailbox";
import { file } from "./raw-filing";
import { rawVisitor } from "./raw-visitor";

const subject = /please confirm your address/;

test("ATK-M4: a scanner that fetches every link of a letter, and submits every form behind it, leaves the link to the person", async ({
  email,
}) => {
  const person = rawVisitor();
  const filed = await file(person, { organisation: "ares", email });
  const { link } = await letterTo(email, subject);
  const path = new URL(link ?? "").pathname;
  const scanner = rawVisitor();
  for (const method of ["HEAD", "GET", "GET"]) {
    const { status } = await scanner.send(method, path);
    expect(status).toBeLessThan(400);
  }
  await scanner.get("/ares/confirm");
  // It holds the cookie of the link, runs the page and submits its form, empty or filled with what a machine makes up.
  for (const typed of ["", "12345678"]) {
    const submitted = await scanner.post("/ares/confirm/link", { code: typed });
    expect(submitted.location).toContain("again=1");
  }
  expect((await scanner.open(filed.page)).status).toBe(404);
  // From another machine, which holds no cookie of the link: there is nothing that its press could use up.
  const pressed = await rawVisitor().post("/ares/confirm/link", {});
  expect(pressed.location).toBe("/ares/confirm?used=1");
  await person.get(path);
  const opened = await person.post("/ares/confirm/link", {});
  expect(opened.location.split("?")[0]).toBe(filed.page);
});

test("ATK-M6: the secret of a link is out of the address line before any page is shown, and on none", async ({
  email,
}) => {
  const person = rawVisitor();
  await file(person, { organisation: "ares", email });
  const { link } = await letterTo(email, subject);
  const path = new URL(link ?? "").pathname;
  const secret = path.split("/").at(-1) ?? "";
  expect(secret.length).toBeGreaterThan(40);
  const exchanged = await person.get(path);
  expect(exchanged.status).toBe(303);
  expect(exchanged.location).not.toContain(secret);
  expect(exchanged.text).not.toContain(secret);
  expect(exchanged.headers["referrer-policy"]).toBe("no-referrer");
  expect(String(exchanged.headers["set-cookie"])).toMatch(/httponly/i);
  const page = await person.get("/ares/confirm");
  expect(page.text).not.toContain(secret);
  // Nothing on it asks another host, which could read where it was asked from.
  expect(page.text).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\/(?!127\.0\.0\.1|localhost)/);
});
