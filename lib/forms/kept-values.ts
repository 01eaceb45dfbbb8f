/** What was typed: field name → text, or several texts where a name may repeat. Files are never in here. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** Field name → one sentence saying how to put it right; "" is about the whole form. */
export type Mistakes = Readonly<Record<string, string>>;

export type KeptValues = { values: Typed; mistakes: Mistakes };
