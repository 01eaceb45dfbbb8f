// Decides how an organisation's colour may appear: its hue stays, its lightness moves until people can read it.
// WCAG 2.2: 1.4.3 (text 4.5 : 1) and 1.4.11 (what marks a state 3 : 1), in both themes, on every ground we have.
import { contrast, intoGamut, type Oklch, parseColour, writeColour } from "./oklch";

/** Ground of filled buttons, the same under the pointer, what is written on it, links, tinted ground, focus ring. */
export type AccentTokens = Readonly<Record<"accent" | "hover" | "on" | "text" | "soft" | "focus", Oklch>>;

/** `adjusted` is true where the brand's own colour could not be used for buttons as it is. */
export type Accent = Readonly<{ light: AccentTokens; dark: AccentTokens; adjusted: boolean }>;

type Theme = Readonly<{
  /** Grounds that links and rings stand on; the values of app/globals.css, compared by a test. */
  grounds: readonly Oklch[];
  soft: { l: number; c: number };
  /** Where lightness starts at least: on a dark page a deep brand colour reads, but sinks. */
  floor: { accent: number; text: number };
  /** Which way lightness may move first: towards ink. */
  towards: -1 | 1;
}>;

const light: Theme = {
  grounds: [
    { l: 0.984, c: 0.005, h: 95 },
    { l: 1, c: 0, h: 0 },
    { l: 0.958, c: 0.007, h: 95 },
    { l: 0.945, c: 0.008, h: 262 },
  ],
  soft: { l: 0.952, c: 0.013 },
  floor: { accent: 0, text: 0 },
  towards: -1,
};
const dark: Theme = {
  grounds: [
    { l: 0.212, c: 0.014, h: 262 },
    { l: 0.25, c: 0.016, h: 262 },
    { l: 0.178, c: 0.013, h: 262 },
    { l: 0.3, c: 0.018, h: 262 },
  ],
  soft: { l: 0.295, c: 0.035 },
  floor: { accent: 0.7, text: 0.78 },
  towards: 1,
};

/** Both themes from one brand colour (hex or oklch). Throws a RangeError when the text is no colour. */
export function deriveAccent(colour: string): Accent {
  const brand = intoGamut(parseColour(colour));
  const day = deriveTheme(brand, light);
  return { light: day, dark: deriveTheme(brand, dark), adjusted: day.accent.l !== brand.l };
}

/** Custom properties for a style element: light, dark by system, dark by choice. Paper is always light. */
export function accentStyle(colour: string): string {
  const accent = deriveAccent(colour);
  const night = declarations(accent.dark);
  return [
    `:root{${declarations(accent.light)}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){${night}}}`,
    `@media screen{:root[data-theme="dark"]{${night}}}`,
  ].join("");
}

function deriveTheme(brand: Oklch, theme: Theme): AccentTokens {
  const soft = { l: theme.soft.l, c: Math.min(brand.c, theme.soft.c), h: brand.h };
  const grounds = [...theme.grounds, soft];
  const readable = (candidate: Oklch, ratio: number) => grounds.every((ground) => contrast(candidate, ground) >= ratio);
  const accent = nearest(
    atLeast(brand, theme.floor.accent),
    theme.towards,
    (one) => readable(one, 3) && contrast(one, writing(one)) >= 4.5,
  );
  const on = writing(accent);
  const away = on.l > accent.l ? -1 : 1;
  const hover = nearest({ ...accent, l: clamp(accent.l + 0.07 * away) }, away, (one) => contrast(one, on) >= 4.5);
  const text = nearest(atLeast(brand, theme.floor.text), theme.towards, (one) => readable(one, 4.5));
  return { accent, hover, on, text, soft, focus: text };
}

/** White or ink of the same hue, whichever reads better on the ground. */
function writing(ground: Oklch): Oklch {
  const white = { l: 0.99, c: 0.004, h: ground.h };
  const ink = { l: 0.18, c: 0.03, h: ground.h };
  return contrast(ground, white) >= contrast(ground, ink) ? white : ink;
}

/** The colour of the same hue, closest in lightness, that will do; on a tie the one in the given direction. */
function nearest(start: Oklch, towards: -1 | 1, willDo: (colour: Oklch) => boolean): Oklch {
  for (let distance = 0; distance <= 1; distance += 0.005) {
    for (const direction of [towards, -towards]) {
      const candidate = intoGamut({ ...start, l: clamp(start.l + distance * direction) });
      if (willDo(candidate)) return candidate;
    }
  }
  return { ...start, l: towards < 0 ? 0 : 1, c: 0 };
}

function atLeast(colour: Oklch, floor: number): Oklch {
  return { ...colour, l: Math.max(colour.l, floor) };
}

function clamp(l: number): number {
  return Math.min(1, Math.max(0, l));
}

function declarations(tokens: AccentTokens): string {
  return [
    `--accent:${writeColour(tokens.accent)}`,
    `--accent-hover:${writeColour(tokens.hover)}`,
    `--accent-on:${writeColour(tokens.on)}`,
    `--accent-text:${writeColour(tokens.text)}`,
    `--accent-soft:${writeColour(tokens.soft)}`,
    `--accent-focus:${writeColour(tokens.focus)}`,
  ].join(";");
}
