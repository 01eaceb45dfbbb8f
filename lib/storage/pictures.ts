// Decides how a picture of a paper is decoded, covered and written anew. Answers to ASVS V5.2.6 (pixel floods) and V14.2.8
// (metadata), ATK-U2, ATK-U4: only three formats are ever decoded, within limits, and nothing of the original survives.
import sharp from "sharp";
import { type Cell, coverGrid } from "@/lib/domain/papers";

/** More than any telephone takes; a flood is refused from the header, before a pixel is decoded. */
const mostPixels = 60_000_000;
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
 * formats, are cut off, or claim more pixels than anybody needs.
 */
export async function plainPicture(bytes: Uint8Array): Promise<Buffer | null> {
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", pages: 1 })
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

/** The same picture with these squares black, written anew: nothing lies under a square. */
export async function coveredPicture(plain: Uint8Array, cells: readonly Cell[]): Promise<Buffer> {
  const { width, height } = await sharp(plain).metadata();
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
  return sharp(plain).composite(boxes).jpeg({ quality: 85 }).toBuffer();
}
