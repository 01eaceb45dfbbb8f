import "server-only";
import { randomBytes } from "node:crypto";
import { NextResponse } from "next/server";
import type { Language } from "@/lib/domain/language";
import type { Typed } from "@/lib/forms/kept-values";
import { logFault } from "@/lib/log";
import { faultWords } from "./fault-words";

/**
 * Pages for when the ordinary ones cannot be made: the database is away, the body is too large, the rate is used up.
 * They need nothing that could be away, and they hand back what was typed with a button that sends it again.
 */
export function typedPage(
  status: number,
  words: string,
  typed: Typed,
  options: { again?: string; headers?: Record<string, string>; language?: Language } = {},
) {
  const { again, headers = {}, language = "en" } = options;
  const { error, back } = faultWords[language];
  const fields = Object.entries(typed).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((text) => [name, text] as const),
  );
  const kept = again && fields.length > 0 ? resendForm(again, fields, language) : "";
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${error}: ${escapeHtml(words)}</title><style>${css}</style></head><body><main><h1>${escapeHtml(words)}</h1>${kept}<p>${back}</p></main></body></html>`;
  return new NextResponse(html, {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });
}

const css =
  "body{font:18px/1.55 ui-sans-serif,system-ui,sans-serif;margin:0;background:#fbfaf7;color:#1a1f2b}main{max-width:38rem;margin:0 auto;padding:min(12vh,6rem) 1.25rem 3rem}h1{font-size:1.75rem;line-height:1.2;font-weight:600;letter-spacing:-.015em;text-wrap:balance;margin:0 0 1.5rem;padding-top:1.25rem;border-top:2px solid}p{color:#545a67;margin:0 0 1.5rem}dt{font-weight:600}dd{margin:0 0 1rem;white-space:pre-wrap;overflow-wrap:anywhere}button{font:inherit;font-weight:600;min-height:48px;padding:.5rem 1.2rem;border-radius:6px;border:1px solid #1a1f2b;background:#1a1f2b;color:#fff;cursor:pointer}button:focus-visible{outline:3px solid #b45309;outline-offset:2px}@media(prefers-color-scheme:dark){body{background:#15181f;color:#e9e7e1}p{color:#a9aeba}button{background:#e9e7e1;border-color:#e9e7e1;color:#15181f}}";

function resendForm(action: string, fields: readonly (readonly [string, string])[], language: Language): string {
  const { kept, again } = faultWords[language];
  const hidden = fields
    .map(([name, text]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(text)}">`)
    .join("");
  const shown = fields
    .filter(([name, text]) => text.trim() !== "" && !secretFields.has(name))
    .map(([name, text]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(text)}</dd>`)
    .join("");
  return `<p>${kept}</p><form method="post" action="${escapeHtml(action)}">${hidden}<p><button>${again}</button></p></form><dl>${shown}</dl>`;
}

const secretFields = new Set(["password", "newPassword", "code", "token", "filingKey", "seenVersion"]);

export function notFoundAnswer(language: Language = "en") {
  return typedPage(404, faultWords[language].notFound, {}, { language });
}

export function foreignAnswer(language: Language = "en") {
  return typedPage(403, faultWords[language].foreign, {}, { language });
}

export function tooLargeAnswer(maxBytes: number, language: Language = "en") {
  const size = maxBytes >= 1_000_000 ? `${Math.floor(maxBytes / 1_000_000)} MB` : `${Math.floor(maxBytes / 1000)} kB`;
  return typedPage(413, faultWords[language].tooLarge(size), {}, { language });
}

export function unreadableAnswer(language: Language = "en") {
  return typedPage(400, faultWords[language].unreadable, {}, { language });
}

/** Where to send it again, and in which language to say so. */
type Again = { again: string; language?: Language };

export function tooManyAnswer(retryAfterSeconds: number, typed: Typed, { again, language = "en" }: Again) {
  const words = faultWords[language].tooMany(Math.ceil(retryAfterSeconds / 60));
  return typedPage(429, words, typed, { again, language, headers: { "Retry-After": String(retryAfterSeconds) } });
}

/** A fault: the person gets an id and their text, the log gets the rest. */
export function faultAnswer(fault: unknown, door: string, typed: Typed, { again, language = "en" }: Again) {
  const id = randomBytes(4).toString("hex");
  logFault("a form could not be taken", fault, { fault: id, door });
  return typedPage(503, faultWords[language].notTaken(id), typed, {
    again,
    language,
    headers: { "Retry-After": "30" },
  });
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
