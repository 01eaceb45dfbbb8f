import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { coverGrid } from "@/lib/domain/papers";
import { coveredPicture, plainPicture, reader } from "./pictures";

const white = { width: 1200, height: 800, channels: 3, background: "#ffffff" } as const;
const aPhoto = (format: "jpeg" | "png" | "webp" = "jpeg") => sharp({ create: white })[format]().toBuffer();

async function greyAt(picture: Uint8Array, left: number, top: number): Promise<number> {
  const { data } = await sharp(picture)
    .extract({ left, top, width: 1, height: 1 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data[0] ?? -1;
}

describe("W15: nothing lies under a covered square", () => {
  it("the square is black, its neighbours are not", async () => {
    const covered = (await coveredPicture(await aPhoto(), [{ row: 3, column: 5 }])) ?? Buffer.alloc(0);
    const [wide, high] = [1200 / coverGrid.columns, 800 / coverGrid.rows];
    expect(await greyAt(covered, 4.5 * wide, 2.5 * high)).toBeLessThan(8);
    expect(await greyAt(covered, 3.5 * wide, 2.5 * high)).toBeGreaterThan(247);
    expect(await greyAt(covered, 4.5 * wide, 3.5 * high)).toBeGreaterThan(247);
  });
  it("every square together leaves no white pixel, whatever the size", async () => {
    const cells = Array.from({ length: coverGrid.rows }, (_, row) =>
      Array.from({ length: coverGrid.columns }, (__, column) => ({ row: row + 1, column: column + 1 })),
    ).flat();
    const odd = await sharp({ create: { ...white, width: 997, height: 613 } })
      .jpeg()
      .toBuffer();
    const { channels } = await sharp((await coveredPicture(odd, cells)) ?? undefined).stats();
    expect(Math.max(...channels.map(({ max }) => max))).toBeLessThan(8);
  });
});

describe("V14.2.8: where and when a photo was taken stays with the person", () => {
  it("metadata is gone and the picture stands upright", async () => {
    const exif = { IFD0: { Copyright: "CANARY", Orientation: "6" } };
    const turned = await sharp({ create: white }).withExif(exif).jpeg().toBuffer();
    expect(turned.includes("CANARY")).toBe(true);
    const plain = await plainPicture(turned);
    expect(plain?.includes("CANARY")).toBe(false);
    expect((await sharp(plain ?? undefined).metadata()).exif).toBeUndefined();
  });
  it.each(["jpeg", "png", "webp"] as const)("%s is taken and comes out as JPEG", async (format) => {
    const plain = await plainPicture(await aPhoto(format));
    expect((await sharp(plain ?? undefined).metadata()).format).toBe("jpeg");
  });
});

describe("ATK-U2, ATK-U4: what is no honest picture is refused before it is decoded", () => {
  it("a flood of pixels", async () => {
    const flood = await sharp({ create: { ...white, width: 12_000, height: 6_000 } })
      .png()
      .toBuffer();
    expect(flood.length).toBeLessThan(1_000_000);
    expect(await plainPicture(flood)).toBeNull();
  });
  it("a picture that was cut off, markup, and nothing at all", async () => {
    const whole = await sharp({ create: { ...white, background: "#123456" } })
      .png()
      .toBuffer();
    expect(await plainPicture(whole.subarray(0, whole.length / 2))).toBeNull();
    expect(await plainPicture(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><rect/></svg>"))).toBeNull();
    expect(await plainPicture(Buffer.from(""))).toBeNull();
  });
  it("a format that nobody needs, though the library could read it", async () => {
    const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
    expect(await plainPicture(gif)).toBeNull();
  });
  it("V5.2.6: whatever is decoded is limited in pixels, pages and seconds, when it is covered as when it came", async () => {
    const { limitInputPixels, input, timeoutSeconds } = Reflect.get(reader(await aPhoto()), "options");
    expect({ limitInputPixels: input.limitInputPixels ?? limitInputPixels, timeoutSeconds }).toEqual({
      limitInputPixels: 60_000_000,
      timeoutSeconds: 20,
    });
    const flood = await sharp({ create: { ...white, width: 12_000, height: 6_000 } })
      .png()
      .toBuffer();
    expect(await coveredPicture(flood, [{ row: 1, column: 1 }])).toBeNull();
  });
});
