import { randomBytes } from "node:crypto";
import { expect } from "@playwright/test";
import { referenceFrom } from "@/lib/domain/reference";
import { freshCode, letterTo } from "./mailbox";
import type { Slug } from "./person";
import type { RawVisitor } from "./raw-visitor";

export type Filed = { organisation: Slug; reference: string; page: string; email: string };
type Filing = {
  organisation: Slug;
  email: string;
  name?: string;
  country?: string;
  region?: string;
  right?: string;
  /** Answers to the right's own page. */
  details?: Readonly<Record<string, string>>;
};

type Answered = [question: string, fields: Readonly<Record<string, string>>];

/** Answers the questions without a browser, up to the last page. */
export async function answerQuestions(visitor: RawVisitor, filing: Filing): Promise<void> {
  const { organisation, email, name = nameAt(email), country = "DE", region, right = "access", details } = filing;
  const pages: Answered[] = [
    ["who", { relation: "self" }],
    ["place", { country }],
    ...(region ? [["region", { region }] as Answered] : []),
    ["rights", { rights: right }],
    ...(details ? [[right, details] as Answered] : []),
    ["contact", { name, email }],
  ];
  for (const [question, fields] of pages) {
    const { status, location, text } = await visitor.post(`/${organisation}/ask/${question}/answer`, fields);
    expect(`${status} ${location}`, text).toMatch(/^303 (?!.*again=1)/);
  }
}

/** A request that is filed and not confirmed yet. */
export async function file(visitor: RawVisitor, filing: Filing): Promise<Filed> {
  const { organisation, email } = filing;
  await answerQuestions(visitor, filing);
  const sent = await visitor.post(`/${organisation}/ask/send`, {});
  expect(sent.location).toBe(`/${organisation}/ask/sent`);
  const { text } = await visitor.get(sent.location);
  const reference = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b/.exec(text)?.[0] ?? "";
  expect(reference).not.toBe("");
  return { organisation, email, reference, page: `/${organisation}/requests/${reference}` };
}

/** Opens the request with the link of the first letter; an opt-out waits for no confirmation. This visitor has the key then. */
export async function confirm(visitor: RawVisitor, filed: Filed): Promise<void> {
  const { link, code } = await letterTo(filed.email, /please confirm your address|we have your request/);
  await visitor.get(new URL(link ?? "").pathname);
  const opened = await visitor.post(`/${filed.organisation}/confirm/link`, { code: code ?? "" });
  expect(opened.location.split("?")[0]).toBe(filed.page);
}

/** Shows anew that it is them, by the code that is sent now: the answer is open to this visitor for a while. */
export async function openAnswer(visitor: RawVisitor, filed: Filed): Promise<void> {
  const code = await freshCode(filed.email, () => visitor.post(`${filed.page}/open/send`, {}));
  const opened = await visitor.post(`${filed.page}/open/prove`, { code });
  expect(opened.location).toBe(`${filed.page}?said=opened`);
}

/** A reference of the right form that no request has. */
export function unknownReference(): string {
  return referenceFrom(randomBytes(5));
}

export async function fileConfirmed(visitor: RawVisitor, filing: Filing): Promise<Filed> {
  const filed = await file(visitor, filing);
  await confirm(visitor, filed);
  return filed;
}

/** A name for each address: two addresses under one name would be odd (risk signals). */
function nameAt(email: string): string {
  return `Robin ${email.split("@")[0]}`;
}
