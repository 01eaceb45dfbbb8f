// Decides how a control, its hint and its mistake find each other: every id derives from the control's name.

/** Field name → one sentence saying how to put it right. Shared by forms, pages and controls. */
export type Mistakes = Readonly<Record<string, string>>;

/** The id that the error summary links to. Names may hold dots and brackets; ids may not. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^A-Za-z0-9_-]+/g, "-")}`;
}

export function hintId(name: string): string {
  return `${fieldId(name)}-hint`;
}

export function mistakeId(name: string): string {
  return `${fieldId(name)}-mistake`;
}

/** Value for aria-describedby, or undefined when there is nothing to describe with. */
export function describedBy(name: string, has: { hint?: unknown; mistake?: unknown }): string | undefined {
  const ids = [has.hint ? hintId(name) : "", has.mistake ? mistakeId(name) : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}
