import { acceptProof, beginWork, openInConsole, openStep, prepareAnswer, releaseAnswer } from "../handling";
import { test } from "../journey";
import { askFor, confirmByLink, fileRequest, goOn, openRequest, readAnswer, send } from "../person";
import { draw } from "./draw";

const robin = { organisation: "aimarkos", country: "DE", name: "Robin Example" } as const;

test("the person's pages", async ({ page, staff, email }) => {
  for (const slug of ["aimarkos", "aiworksforus", "ares"]) {
    await page.goto(`/${slug}`);
    await draw(page, `portal-front-${slug}`);
  }
  await page.goto("/");
  await draw(page, "desk-front");
  await page.goto("/aimarkos/ask");
  await draw(page, "ask-who");
  await goOn(page);
  await draw(page, "ask-who-mistake");
  await askFor(page, {
    ...robin,
    rights: ["Get a copy of your data", "Delete your data"],
    choices: ["Everything you hold about me"],
    email,
  });
  await draw(page, "ask-check");
  const sent = await send(page);
  await draw(page, "ask-sent");
  await confirmByLink(page, email);
  await draw(page, "request-confirmed");
  const handler = await staff("handler");
  await openInConsole(handler, sent.reference);
  await draw(handler, "console-request-new");
  await beginWork(handler, sent.reference);
  await acceptProof(handler, sent.reference);
  await openStep(handler, sent.reference, "Prepare the answer");
  await draw(handler, "console-prepare");
  const copy = { name: "your-data.csv", mimeType: "text/csv", buffer: Buffer.from("what,value\nname,Robin Example\n") };
  const outcomes = [
    { right: "Access", outcome: "Granted" },
    { right: "Erasure", outcome: "Granted in part", ground: /./, why: "Bills stay for the tax office." },
  ] as const;
  await prepareAnswer(handler, sent.reference, { outcomes, files: [copy] });
  const approver = await staff("approver");
  await openStep(approver, sent.reference, "Release the answer");
  await draw(approver, "console-release");
  await releaseAnswer(approver, sent.reference);
  await readAnswer(page, sent, email);
  await draw(page, "request-answered");
  await page.goto(`${sent.page}/receipt`);
  await draw(page, "receipt");
  await openRequest(page, sent);
  await page.goto("/aimarkos/find");
  await draw(page, "find");
  await page.goto("/aimarkos/confirm");
  await draw(page, "confirm-by-code");
  await page.goto("/aimarkos/requests/0000-0000-0");
  await draw(page, "not-found");
});

test("the staff's pages", async ({ page, staff, email, otherBrowser }) => {
  const wishes = [["Correct your data"], ["Stop marketing"], ["Move your data"], ["Delete your data"]];
  for (const [place, rights] of wishes.entries()) {
    const visitor = await otherBrowser();
    const details = { "What is wrong or missing": "My address.", "What it should say": "1 Example Street." };
    const choices = ["Everything you hold about me", "Whatever suits you"];
    const country = ["DE", "FR", "GB", "CH"][place] ?? "DE";
    await fileRequest(visitor, { ...robin, country, rights, details, choices, email: `${place}-${email}` });
  }
  await page.goto("/console/sign-in");
  await draw(page, "console-sign-in");
  const handler = await staff("handler");
  for (const [path, name] of [
    ["/console", "console-queue"],
    ["/console?view=overdue", "console-queue-empty"],
    ["/console/new", "console-new"],
    ["/console/outbox", "console-outbox"],
    ["/console/account", "console-account"],
  ] as const) {
    await handler.goto(path);
    await draw(handler, name);
  }
  const dpo = await staff("dpo");
  await dpo.goto("/console/reports/overdue");
  await draw(dpo, "console-overdue");
  await dpo.goto("/console/audit");
  await draw(dpo, "console-audit");
  const administrator = await staff("administrator");
  await administrator.goto("/console/team");
  await draw(administrator, "console-team");
});
