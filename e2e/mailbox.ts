import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import PostalMime, { type Email } from "postal-mime";

/** A letter as it arrived at the test's SMTP server, with the link and code that a reader would use. */
export type Letter = {
  subject: string;
  text: string;
  html: string;
  headers: Map<string, string>;
  link: string | null;
  code: string | null;
};

const folder = () => process.env.E2E_MAIL_DIR ?? "test-results/mail";

/** Waits for the newest letter to this address whose subject matches; reads only whole files. */
export async function letterTo(address: string, subject: RegExp): Promise<Letter> {
  const found: { letter?: Letter } = {};
  await expect
    .poll(
      async () => {
        found.letter = (await lettersTo(address)).filter((letter) => subject.test(letter.subject)).at(-1);
        return found.letter?.subject ?? "no letter yet";
      },
      { timeout: 60_000, message: `a letter to ${address} about ${subject}` },
    )
    .toMatch(subject);
  if (!found.letter) throw new Error(`no letter to ${address}`);
  return found.letter;
}

const withCode = /the code for your answer/;

/** The code in the letter that comes after `ask`, and not in one from before. */
export async function freshCode(address: string, ask: () => Promise<unknown>): Promise<string> {
  const codes = async () => (await lettersTo(address)).filter(({ subject }) => withCode.test(subject));
  const before = (await codes()).length;
  await ask();
  await expect.poll(async () => (await codes()).length, { timeout: 60_000 }).toBeGreaterThan(before);
  return (await codes()).at(-1)?.code ?? "";
}

// A file is renamed into place whole and never changes: each is parsed once.
const parsed = new Map<string, Promise<Email>>();

function mailIn(name: string): Promise<Email> {
  const path = join(folder(), name);
  const mail = parsed.get(path) ?? PostalMime.parse(readFileSync(path));
  parsed.set(path, mail);
  return mail;
}

/** Everything that arrived for this address so far, oldest first. */
export async function lettersTo(address: string): Promise<Letter[]> {
  const files = readdirSync(folder())
    .filter((name) => name.endsWith(".eml"))
    .sort();
  const mails = await Promise.all(files.map(mailIn));
  return mails.filter((mail) => mail.to?.some((to) => "address" in to && to.address === address)).map(letterFrom);
}

function letterFrom(mail: Email): Letter {
  const text = mail.text ?? "";
  return {
    subject: mail.subject ?? "",
    text,
    html: mail.html ?? "",
    headers: new Map(mail.headers.map(({ key, value }) => [key, value])),
    link: /https?:\/\/\S+\/[acnt]\/[A-Za-z0-9_-]{20,}/.exec(text)?.[0] ?? null,
    code: /\b\d{4}[ -]?\d{4}\b/.exec(text)?.[0] ?? null,
  };
}
