// Parts that several letters to the person share. Each gives blocks, so that a letter reads as a list of what it says.
import type { ComplaintRoute } from "@/lib/domain/authorities";
import { readLanguage } from "@/lib/domain/language";
import { wordsIn } from "@/lib/domain/words";
import { type Block, paragraph, quiet } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { cited, grouped, instantAt, type LetterWords, longDay } from "./letter-words";

/** The link in full, its end, and where to get another. Nothing when the letter carries no key. */
export function linkPart(facts: PersonFacts, t: LetterWords, label: string): Block[] {
  if (!facts.key) return [];
  return [...ownLinkPart(facts, t, label), quiet(t("shared.fresh", { url: facts.pages.find }))];
}

/** The same for somebody whose request it is not: "send me a fresh link" would find nothing for them. */
export function ownLinkPart(facts: PersonFacts, t: LetterWords, label: string): Block[] {
  const { key, codeWanted } = facts;
  if (!key) return [];
  const beside: Block = { kind: "code", label: t("shared.codeBeside"), code: grouped(key.code) };
  return [...actionPart(facts, t, label), ...(codeWanted ? [beside] : [])];
}

function actionPart({ key, language, desk }: PersonFacts, t: LetterWords, label: string): Block[] {
  if (!key) return [];
  const until = instantAt(key.until, language, desk.timeZone);
  return [{ kind: "action", label, url: key.url }, quiet(t("shared.linkUntil", { until }))];
}

/** Link and typed code: the second way in for whoever reads mail on another device. */
export function linkAndCode(facts: PersonFacts, t: LetterWords, label: string): Block[] {
  const { key, language, desk, pages } = facts;
  if (!key) return [];
  const until = instantAt(key.codeUntil, language, desk.timeZone);
  return [
    ...actionPart(facts, t, label),
    quiet(t("shared.fresh", { url: pages.find })),
    { kind: "code", label: t("shared.codeLabel", { url: pages.confirm }), code: grouped(key.code) },
    quiet(t("shared.codeUntil", { until })),
  ];
}

/** Reference, day of receipt and the date that matters. */
export function datesPart({ reference, receivedOn, dueOn, language }: PersonFacts, t: LetterWords): Block {
  return {
    kind: "rows",
    rows: [
      [t("shared.reference"), reference],
      [t("shared.received"), longDay(receivedOn, language)],
      [t("shared.due"), dueOn ? longDay(dueOn, language) : t("shared.dueStopped")],
    ],
  };
}

/** The arithmetic behind the date, line by line (GDPR Art. 12(3) and its siblings). */
export function countPart({ lines, language }: Pick<PersonFacts, "lines" | "language">, t: LetterWords): Block[] {
  const words = wordsIn(readLanguage(language));
  const items = lines.map(({ said, date, citation: source }) => {
    const step = words.clock(said);
    const citation = cited(source, language);
    return date
      ? t("shared.counted", { step, day: longDay(date, language), citation })
      : t("shared.countedOpen", { step, citation });
  });
  return [
    { kind: "heading", text: t("shared.howCounted") },
    { kind: "list", items },
  ];
}

/** Where to complain and what a court can do, under each law that applies (GDPR Art. 12(4)). */
export function complaintPart({ complaint, language }: PersonFacts, t: LetterWords): Block[] {
  if (complaint.length === 0) return [];
  const routes = complaint.map((route) => ({ ...route, citation: cited(route.citation, language) }));
  const items = [...new Set(routes.flatMap((route) => complaintLines(route, t)))];
  return [
    { kind: "heading", text: t("shared.unhappy") },
    { kind: "list", items },
  ];
}

function complaintLines(route: ComplaintRoute, t: LetterWords): string[] {
  const authorities = route.authorities.map(({ name, website, route: how }) => {
    const where = website && how ? `${website}. ${how}` : (website ?? how);
    return where ? t("shared.authority", { name, where }) : t("shared.authorityPlain", { name });
  });
  const court = t("shared.courtCited", { court: route.court, citation: route.citation });
  return [...(route.first ? [route.first] : []), ...authorities, court];
}

export function whyPart({ desk }: PersonFacts, t: LetterWords): Block[] {
  const { email, telephone } = desk;
  const answerable = telephone
    ? t("shared.answerableTelephone", { email, telephone })
    : t("shared.answerable", { email });
  return [quiet(answerable), quiet(t("shared.whyYou"))];
}

export function notYou(t: LetterWords): Block {
  return paragraph(t("shared.notYou"));
}

export function referencePart({ reference }: PersonFacts, t: LetterWords): Block {
  return { kind: "rows", rows: [[t("shared.reference"), reference]] };
}
