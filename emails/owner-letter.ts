import type { OwnerLetter } from "@/lib/domain/letters";
import { type Block, type Letter, paragraph, quiet } from "./letter";
import type { OwnerFacts } from "./letter-facts";
import { grouped, instantAt, type LetterWords, longDay } from "./letter-words";

/** To whoever answers for a system: which system, by when, and a link or a code. Nothing of whom it is about. */
export function ownerLetter(kind: OwnerLetter, facts: OwnerFacts, t: LetterWords): Letter {
  const { system, reference, dueOn, language, desk } = facts;
  return {
    subject: t(`${kind}.subject`),
    title: t(`${kind}.title`),
    letterhead: t("owner.letterhead"),
    blocks: [
      paragraph(t(`${kind}.line`, { organisation: desk.name, system })),
      ...keyPart(kind, facts, t),
      {
        kind: "rows",
        rows: [
          [t("owner.system"), system],
          [t("shared.reference"), reference],
          [t("owner.due"), longDay(dueOn, language)],
        ],
      },
      ...(kind === "owner_code" ? [] : [quiet(t("owner.how"))]),
      quiet(t("owner.why", { organisation: desk.name, email: desk.email })),
    ],
  };
}

function keyPart(kind: OwnerLetter, { key, language, desk }: OwnerFacts, t: LetterWords): Block[] {
  if (!key) return [];
  if (kind === "owner_code") {
    const until = instantAt(key.codeUntil, language, desk.timeZone);
    return [
      { kind: "code", label: t("owner_code.label"), code: grouped(key.code) },
      quiet(t("owner_code.until", { until })),
    ];
  }
  return [
    { kind: "action", label: t("owner.open"), url: key.url },
    quiet(t("shared.linkUntil", { until: instantAt(key.until, language, desk.timeZone) })),
  ];
}
