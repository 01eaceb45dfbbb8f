// Puts what is written from data between the two marks of a page; the text around them is written by hand.

export type Marks = { page: string; begin: string; end: string };

/** The page as it should stand; throws when a mark is missing from it. */
export function between(whole: string, { page, begin, end }: Marks, written: string): string {
  const [before, rest] = whole.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${page} has lost its marks: ${begin} … ${end}`);
  return `${before}${begin}\n\n${written}\n\n${end}${after}`;
}
