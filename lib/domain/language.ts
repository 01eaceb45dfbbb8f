// Decides in which languages Habeas itself can speak. What an organisation writes about itself stays in its own.

/** Languages with a catalogue in messages/ and with words of law in this room; a language has both or is not here. */
export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

export function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text);
}

/** A language as it was stored or chosen; English where we have no words for it. */
export function readLanguage(text: string): Language {
  return isLanguage(text) ? text : "en";
}
