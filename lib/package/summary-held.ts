import type { CategoryFacts, PackageFacts } from "@/lib/domain/package/summary-facts";
import { wordsIn } from "@/lib/domain/words";
import type { Block } from "./blocks";
import { lawNote } from "./law-note";
import { momentIn, packageWords } from "./package-words";
import { shownRows } from "./shown-rows";
import type { Found } from "./summary";

/** Category by category: Art. 15(1)(a)–(d), (g), and the first rows of the copy itself (15(3)). */
export function heldBlocks(facts: PackageFacts, found: Found, held: readonly CategoryFacts[]): Block[] {
  const { say } = packageWords(facts.language);
  const heading: Block = { kind: "heading", level: 2, id: "held", text: say("held") };
  if (held.length === 0) return [heading, { kind: "paragraph", text: say("heldNothing") }];
  return [
    heading,
    ...held.flatMap((category, place) => categoryBlocks(facts, found, { ...category, id: `held-${place + 1}` })),
    ...lawNote(facts, ["purposes", "categories", "recipients", "storage_period", "sources", "copy"]),
  ];
}

function categoryBlocks(facts: PackageFacts, found: Found, category: CategoryFacts & { id: string }): Block[] {
  const { language, profile, searched } = facts;
  const { say, basis } = packageWords(language);
  const unsaid = say("unsaid", { email: profile.contacts.email });
  const systemName = (id: string) => searched.find((one) => one.id === id)?.name ?? id;
  const parts = found.parts.filter((part) => part.category === category.category && part.rows > 0);
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const systems = new Intl.ListFormat(language).format(parts.map(({ system }) => systemName(system)));
  const { purpose, legalBasis, source, rule, recipients } = category;
  const receivers = recipients.map(({ name, note }) => (note ? `${name} (${note})` : name)).join("; ");
  return [
    { kind: "heading", level: 3, id: category.id, text: category.name },
    {
      kind: "facts",
      rows: [
        [say("records"), say("recordsCount", { rows, systems })],
        [say("purpose"), purpose ?? unsaid],
        [say("legalBasis"), legalBasis ? basis(legalBasis) : unsaid],
        [say("source"), source ?? unsaid],
        [say("recipients"), receivers || say("recipientsNone", { organisation: profile.name })],
        [say("period"), rule ? sentence(wordsIn(language).keeping(rule)) : unsaid],
      ],
    },
    ...parts.map((part) =>
      shownRows(part, say("tableCaption", { category: category.name, system: systemName(part.system) }), language),
    ),
  ];
}

/** What was searched, by which identifiers, when, and with what result: also where nothing was found. */
export function searchedBlocks({ language, profile, searched }: PackageFacts): Block[] {
  const { say } = packageWords(language);
  const points = profile.identity?.matching?.points ?? [];
  const identifier = (id: string) => {
    if (id === "email") return say("byEmail");
    if (id === "name") return say("byName");
    const point = points.find((one) => one.id === id);
    return (language === "de" ? point?.labelDe : undefined) ?? point?.label ?? id;
  };
  const rows = searched.map(({ name, outcome, reason, identifiers, searchedAt }) => [
    name,
    reason ? say("because", { outcome: say(`outcomes.${outcome}`), reason }) : say(`outcomes.${outcome}`),
    identifiers.map(identifier).join(", ") || "–",
    searchedAt ? momentIn(searchedAt, language, profile.timeZone) : "–",
  ]);
  const head = [say("system"), say("outcome"), say("foundBy"), say("when")];
  return [
    { kind: "heading", level: 2, id: "searched", text: say("searched") },
    { kind: "table", caption: say("searchedCaption"), head, rows },
  ];
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
