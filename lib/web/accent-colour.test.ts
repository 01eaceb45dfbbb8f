import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AccentTokens, accentStyle, deriveAccent } from "./accent-colour";
import { contrast, intoGamut, type Oklch, parseColour, writeColour } from "./oklch";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const [lightCss = "", darkCss = ""] = css.slice(css.indexOf("@layer base")).split("@variant dark");

function token(theme: "light" | "dark", name: string): Oklch {
  const found = new RegExp(`--${name}: (oklch\\([^)]*\\));`).exec(theme === "light" ? lightCss : darkCss);
  if (!found?.[1]) throw new Error(`globals.css has no ${theme} --${name}`);
  return parseColour(found[1]);
}

const themes = ["light", "dark"] as const;
const grounds = ["paper", "raised", "sunken"];
const states = ["on-time", "soon", "late", "stopped"];

describe("the colours of globals.css", () => {
  for (const theme of themes) {
    it.each(["ink", "quiet", "accent-text", "accent-focus", ...states])(
      `%s reads on every ground (${theme})`,
      (name) => {
        for (const ground of [...grounds, "accent-soft", "note-soft", ...states.map((state) => `${state}-soft`)]) {
          expect(contrast(token(theme, name), token(theme, ground)), `on ${ground}`).toBeGreaterThanOrEqual(4.5);
        }
      },
    );

    it(`borders of controls and notes show (${theme})`, () => {
      for (const ground of grounds) {
        expect(contrast(token(theme, "line-strong"), token(theme, ground))).toBeGreaterThanOrEqual(3);
        expect(contrast(token(theme, "note-line"), token(theme, ground))).toBeGreaterThanOrEqual(3);
      }
    });

    it(`filled buttons can be read (${theme})`, () => {
      expect(contrast(token(theme, "accent-on"), token(theme, "accent"))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(token(theme, "accent-on"), token(theme, "accent-hover"))).toBeGreaterThanOrEqual(4.5);
    });
  }
});

describe("an organisation's colour", () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);

  it("can be read in both themes on every ground, whatever the brand is", () => {
    fc.assert(
      fc.property(hex, (colour) => {
        const accent = deriveAccent(colour);
        for (const theme of themes) expectReadable(theme, accent[theme]);
      }),
    );
  });

  it("keeps the brand where it can be read, and its hue where not", () => {
    const navy = deriveAccent("#14365f");
    expect(navy.adjusted).toBe(false);
    expect(writeColour(navy.light.accent)).toBe(writeColour(parseColour("#14365f")));
    const lemon = deriveAccent("#ffe600");
    expect(lemon.adjusted).toBe(true);
    expect(lemon.light.text.h).toBeCloseTo(parseColour("#ffe600").h, 5);
    expect(lemon.light.text.l).toBeLessThan(0.6);
  });

  it("writes both themes and takes nothing from the text but numbers", () => {
    const style = accentStyle(" OKLCH(0.5 0.1 200) ");
    expect(style).toMatch(/^:root\{--accent:oklch\(/);
    expect(style).toContain('[data-theme="dark"]');
    expect(style).not.toMatch(/[<>]/);
    expect(() => accentStyle("red;}</style>")).toThrow(RangeError);
    expect(() => accentStyle("oklch(0.5 0.1 200);}")).toThrow(RangeError);
  });
});

describe("oklch", () => {
  it("agrees with known contrasts", () => {
    expect(contrast(parseColour("#fff"), parseColour("#000"))).toBeCloseTo(21, 2);
    expect(contrast(parseColour("#767676"), parseColour("#ffffff"))).toBeCloseTo(4.54, 2);
    expect(contrast(parseColour("#0b0c0c"), parseColour("#1d70b8"))).toBeCloseTo(3.8, 1);
  });

  it("reads short and long hex alike and per cent as a share", () => {
    expect(parseColour("#0af")).toEqual(parseColour("#00AAFF"));
    expect(parseColour("oklch(50% 0.1 20deg)")).toEqual({ l: 0.5, c: 0.1, h: 20 });
  });

  it("finds red where CSS Color 4 puts it", () => {
    const red = parseColour("#ff0000");
    expect(red.l).toBeCloseTo(0.628, 3);
    expect(red.c).toBeCloseTo(0.2577, 3);
    expect(red.h).toBeCloseTo(29.23, 1);
  });

  it("gives up chroma, never lightness or hue, to stay on the screen", () => {
    const loud = intoGamut({ l: 0.7, c: 0.4, h: 150 });
    expect(loud).toMatchObject({ l: 0.7, h: 150 });
    expect(loud.c).toBeLessThan(0.25);
    expect(loud.c).toBeGreaterThan(0.15);
  });
});

function expectReadable(theme: "light" | "dark", accent: AccentTokens): void {
  for (const ground of [...grounds.map((name) => token(theme, name)), token(theme, "stopped-soft"), accent.soft]) {
    expect(contrast(accent.text, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(accent.focus, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(accent.accent, ground)).toBeGreaterThanOrEqual(3);
  }
  expect(contrast(accent.on, accent.accent)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(accent.on, accent.hover)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(token(theme, "ink"), accent.soft)).toBeGreaterThanOrEqual(7);
  expect(contrast(token(theme, "quiet"), accent.soft)).toBeGreaterThanOrEqual(4.5);
}
