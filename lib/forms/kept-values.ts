/** What was typed: field name → text, or several texts where a name may repeat. Files are never in here. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** Field name → one sentence saying how to put it right; "" is about the whole form. */
export type Mistakes = Readonly<Record<string, string>>;

export type KeptValues = { values: Typed; mistakes: Mistakes };

/** One text of what was typed; "" when there is none. */
export function one(values: Typed, name: string): string {
  const held = values[name];
  return typeof held === "string" ? held : (held?.[0] ?? "");
}

/** Every text under a name. */
export function many(values: Typed, name: string): readonly string[] {
  const held = values[name];
  if (held === undefined) return [];
  return typeof held === "string" ? [held] : held;
}
