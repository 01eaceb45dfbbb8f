// Decides what words that are written once may hold, and how their blanks are filled for one request. Nothing with a blank
// left in it reaches a person. Answers to GDPR Art. 12(1): plain words, in the person's language.
import type { StaffRole } from "./actor";
import type { Step } from "./lifecycle";

/** What a template is for: the step whose words it gives. */
export const templateKinds = ["message", "note", "ask_proof", "ask_clarification", "extend", "answer"] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** Each variable and what stands there instead, as staff read it. */
export const templateVariables = {
  name: "the name of whoever reads it",
  reference: "the request's reference",
  rights: "what was asked for",
  receivedOn: "the day on which it was received",
  dueOn: "the day on which the answer is due",
  organisation: "the organisation's name",
} as const;
export type TemplateVariable = keyof typeof templateVariables;
export type TemplateValues = Readonly<Partial<Record<TemplateVariable, string>>>;

const stepOfKind: Readonly<Record<TemplateKind, Step>> = {
  message: "message",
  note: "note",
  ask_proof: "ask_proof",
  ask_clarification: "ask_clarification",
  extend: "extend",
  answer: "prepare",
};

export function stepOfTemplate(kind: TemplateKind): Step {
  return stepOfKind[kind];
}

/** The kind of template that gives this step its words; null where none does. */
export function templateKindOf(step: Step): TemplateKind | null {
  return templateKinds.find((kind) => stepOfKind[kind] === step) ?? null;
}

export function isTemplateKind(text: string): text is TemplateKind {
  return templateKinds.some((kind) => kind === text);
}

const writers: readonly StaffRole[] = ["administrator", "dpo", "handler"];

export function mayWriteTemplates(roles: readonly StaffRole[]): boolean {
  return roles.some((role) => writers.includes(role));
}

const blank = /\{([^{}]*)\}/g;

/** What is wrong with a template's words, as a sentence; null when they can be filled. */
export function templateMistake(text: string): string | null {
  const names = [...text.matchAll(blank)].map(([, name = ""]) => name);
  const unknown = names.find((name) => !isVariable(name));
  if (unknown !== undefined) {
    const known = Object.keys(templateVariables).map((name) => `{${name}}`);
    return `There is no {${unknown}}. You can use ${known.slice(0, -1).join(", ")} and ${known.at(-1)}.`;
  }
  return /[{}]/.test(text.replace(blank, "")) ? "A brace is not closed. Write variables like {reference}." : null;
}

/** Puts the values in. A variable without a value stays as it is, and is looked for again before anything is sent. */
export function filledTemplate(text: string, values: TemplateValues): string {
  return text.replace(blank, (whole, name: string) => (isVariable(name) ? (values[name] ?? whole) : whole));
}

/** The first blank that nobody filled, also one that was not closed; null when there is none. */
export function blankLeft(text: string): string | null {
  return /\{\s*[A-Za-z]+\s*\}?/.exec(text)?.[0] ?? null;
}

export type TemplateChoice<Template> = { template: Template; fallback: boolean };

/**
 * Of the templates of one name the one in the person's language; without it the organisation's own language, then any.
 * `fallback`: it is not in the person's language.
 */
export function inLanguage<Template extends { kind: string; name: string; language: string }>(
  templates: readonly Template[],
  language: string,
  organisationLanguage: string,
): readonly TemplateChoice<Template>[] {
  const firsts = templates.filter((one, place) => templates.findIndex((other) => isSame(one, other)) === place);
  return firsts.map((first) => {
    const group = templates.filter((one) => isSame(one, first));
    const speaks = (wanted: string) => group.find((one) => one.language === wanted);
    const template = speaks(language) ?? speaks(organisationLanguage) ?? first;
    return { template, fallback: template.language !== language };
  });
}

function isSame(one: { kind: string; name: string }, other: { kind: string; name: string }): boolean {
  return one.kind === other.kind && one.name === other.name;
}

function isVariable(name: string): name is TemplateVariable {
  return Object.hasOwn(templateVariables, name);
}
