// Decides how light a colour is to an eye: OKLCH in, sRGB luminance and WCAG contrast out. Pure arithmetic.
// Matrices: Björn Ottosson, "A perceptual color space for image processing" (OKLab), as in CSS Color 4 §9–10.

/** Lightness 0–1, chroma from 0, hue in degrees. */
export type Oklch = Readonly<{ l: number; c: number; h: number }>;
type Triple = readonly [number, number, number];

const NUMBER = "([+-]?\\d*\\.?\\d+)";
const OKLCH = new RegExp(`^oklch\\(\\s*${NUMBER}(%?)\\s+${NUMBER}\\s+${NUMBER}(?:deg)?\\s*\\)$`, "i");

/** Reads `#abc`, `#aabbcc` or `oklch(l c h)`. Throws a RangeError for anything else. */
export function parseColour(text: string): Oklch {
  const trimmed = text.trim();
  const match = OKLCH.exec(trimmed);
  if (match) {
    const [, l, percent, c, h] = match;
    return { l: Number(l) / (percent ? 100 : 1), c: Number(c), h: Number(h) };
  }
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(trimmed);
  const hex = short ? `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}` : trimmed;
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new RangeError(`not a colour that Habeas reads: ${text}`);
  const channel = (at: number) => decodeGamma(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return fromLinear([channel(1), channel(3), channel(5)]);
}

/** As CSS. Four places are finer than any screen. */
export function writeColour({ l, c, h }: Oklch): string {
  return `oklch(${round(l)} ${round(c)} ${round(h)})`;
}

/** The same lightness and hue with as much chroma as sRGB can show. */
export function intoGamut(colour: Oklch): Oklch {
  const within = (c: number) => toLinear({ ...colour, c }).every((v) => v >= -0.0005 && v <= 1.0005);
  if (within(colour.c)) return colour;
  let low = 0;
  let high = colour.c;
  for (let step = 0; step < 24; step++) {
    const middle = (low + high) / 2;
    if (within(middle)) low = middle;
    else high = middle;
  }
  return { ...colour, c: low };
}

/** WCAG 2.2 contrast ratio, 1–21. */
export function contrast(one: Oklch, other: Oklch): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: Oklch): number {
  const [r, g, b] = toLinear(intoGamut(colour)).map((v) => Math.min(1, Math.max(0, v))) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function toLinear({ l, c, h }: Oklch): Triple {
  const radians = (h * Math.PI) / 180;
  const a = c * Math.cos(radians);
  const b = c * Math.sin(radians);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function fromLinear([r, g, b]: Triple): Oklch {
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const l = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const bb = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  const h = (Math.atan2(bb, a) * 180) / Math.PI;
  return { l, c: Math.hypot(a, bb), h: h < 0 ? h + 360 : h };
}

function decodeGamma(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
