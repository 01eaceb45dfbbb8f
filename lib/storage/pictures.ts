// Decides how a picture of a paper is decoded, covered and written anew. Answers to ASVS V5.2.6 (pixel floods) and V14.2.8
// (metadata), ATK-U2, ATK-U4: only three formats are ever decoded, within limits, and nothing of the original survives.
import sharp from "sharp";
import { type Cell, coverGrid } from "@/lib/domain/papers";

/** More than any telephone takes; a flood is refused from the header, before a pixel is decoded. */
const mostPixels = 60_000_000;
/** Seconds that one picture may keep the decoder busy. */
const mostSeconds = 20;
/** Longest side in pixels: enough to read a line on a card. */
const longestSide = 2000;

// libvips can read many formats; each is a way in. Only these three are open.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"] });
sharp.cache(false);

/** Media types that can be covered. */
export const pictureTypes: readonly string[] = ["image/jpeg", "image/png", "image/webp"];

/** What is kept is always this. */
export const pictureType = "image/jpeg";

/**
 * The picture upright, no larger than needed, without metadata, as JPEG. Null when the bytes are no picture of the three
 * formats, are cut off, claim more pixels than anybody needs, or take too long.
 */
export async function plainPicture(bytes: Uint8Array): Promise<Buffer | null> {
  try {
    return await reader(bytes)
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .jpeg({ quality: 85 })
      .toBuffer();
  } catch {
    // Whatever a decoder says of hostile bytes is not for the person; that it cannot be taken is.
    return null;
  }
}

/** The same picture with these squares black, written anew: nothing lies under a square. Null when it could not be read. */
export async function coveredPicture(plain: Uint8Array, cells: readonly Cell[]): Promise<Buffer | null> {
  try {
    return await covered(plain, cells);
  } catch {
    return null;
  }
}

/** Bytes before a decoder, with every limit that it has: pixels, pages, seconds, and no patience with broken ones. */
export function reader(bytes: Uint8Array) {
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", pages: 1 }).timeout({ seconds: mostSeconds });
}

async function covered(plain: Uint8Array, cells: readonly Cell[]): Promise<Buffer> {
  const { width, height } = await reader(plain).metadata();
  const edge = (place: number, count: number, length: number) => Math.round((place * length) / count);
  const boxes = cells.map(({ row, column }) => {
    const left = edge(column - 1, coverGrid.columns, width);
    const top = edge(row - 1, coverGrid.rows, height);
    const size = {
      width: Math.max(1, edge(column, coverGrid.columns, width) - left),
      height: Math.max(1, edge(row, coverGrid.rows, height) - top),
    };
    return { input: { create: { ...size, channels: 3 as const, background: "#000" } }, left, top };
  });
  return reader(plain).composite(boxes).jpeg({ quality: 85 }).toBuffer();
}
