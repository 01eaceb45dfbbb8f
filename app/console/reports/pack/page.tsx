import type { Metadata } from "next";
import { packDesk, packPage } from "@/app/console/reports/pack/pack-gate";
import { PackForm } from "@/components/console/reports/pack-form";
import { isProvenLately } from "@/lib/auth/proven-lately";
import { localDay } from "@/lib/domain/calendar-date";
import { one } from "@/lib/forms/kept-values";
import { usualSpan } from "@/lib/forms/regulator-pack";
import { readNotice } from "@/lib/web/notice";

export const metadata: Metadata = { title: "Regulator pack" };

export default async function PackPage() {
  const { staff, organisation } = await packDesk();
  const now = new Date();
  const { values, mistakes } = await readNotice(packPage);
  const usual = usualSpan(localDay(now, organisation.profile.timeZone));
  const span = { from: one(values, "from") || usual.from, asOf: one(values, "asOf") || usual.asOf };
  const ask = { password: !isProvenLately(staff, now), code: staff.secondFactor };
  return <PackForm organisation={organisation.profile.name} {...{ span, ask, mistakes }} />;
}
