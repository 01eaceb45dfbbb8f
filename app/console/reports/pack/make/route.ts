import { Readable } from "node:stream";
import { NextResponse } from "next/server";
import { packPage, postingPackDesk } from "@/app/console/reports/pack/pack-gate";
import type { Desk } from "@/app/console/staff-gate";
import { authRefusalWords } from "@/lib/auth/auth-refusal";
import { proveAgain } from "@/lib/auth/prove-again";
import { isProvenLately } from "@/lib/auth/proven-lately";
import { recordLook } from "@/lib/commands/record-look";
import { localDay } from "@/lib/domain/calendar-date";
import type { Mistakes, Typed } from "@/lib/forms/kept-values";
import { type PackForm, packForm } from "@/lib/forms/regulator-pack";
import { notFoundAnswer } from "@/lib/web/fault-page";
import { formDoor } from "@/lib/web/form-door";
import { seeOther } from "@/lib/web/form-post";
import { noticeCookie } from "@/lib/web/notice";
import { regulatorPack } from "@/lib/web/pack-files";
import { downloadPolicy, personalCaching } from "@/lib/web/security-headers";
import { mistakesOf } from "@/lib/web/typed-form";

const plate = { name: "regulator pack", actor: "staff", limit: { count: 10, seconds: 900 } } as const;

/** Makes a regulator's pack and sends it while it is made. Who made it stands in the organisation's record before it leaves. */
export const POST = formDoor({ ...plate, maxBytes: 16_384, givesBack: false }, async ({ typed, address, now }) => {
  const desk = await postingPackDesk();
  if (!desk) return notFoundAnswer();
  const { staff, organisation } = desk;
  const parsed = packForm(localDay(now, organisation.profile.timeZone)).safeParse(typed);
  if (!parsed.success) return backToForm(typed, mistakesOf(parsed.error), now);
  const { password, code, ...span } = parsed.data;
  const refused = await notProven(desk, { password, code, address }, now);
  if (refused) return backToForm(typed, { "": refused }, now);
  await recordLook(staff, { organisation, look: { type: "PackMade", ...span } }, now);
  const pack = regulatorPack(staff, { organisation, span, madeAt: now });
  return new NextResponse(Readable.toWeb(Readable.from(pack)) as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="regulator-pack-${organisation.slug}-${span.asOf}.zip"`,
      "Content-Security-Policy": downloadPolicy,
      "Cache-Control": personalCaching,
    },
  });
});

async function notProven(
  { staff }: Desk,
  shown: Pick<PackForm, "password" | "code"> & { address: string },
  now: Date,
): Promise<string | null> {
  if (isProvenLately(staff, now)) return null;
  const proven = await proveAgain(staff, shown, now);
  return proven.ok ? null : authRefusalWords(proven);
}

function backToForm(values: Typed, mistakes: Mistakes, now: Date): NextResponse {
  return seeOther(`${packPage}?again=1#error-summary`, [noticeCookie(packPage, { values, mistakes }, now)]);
}
