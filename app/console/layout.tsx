import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ConsoleFrame } from "@/components/console/console-frame";
import { EarlierSettings } from "@/components/console/earlier-settings";
import { AccentStyle } from "@/components/shell/accent-style";
import { currentStaff } from "@/lib/auth/staff";
import { usualLook } from "@/lib/domain/queue-look";
import { organisationById } from "@/lib/queries/organisation";
import { queueLook } from "@/lib/queries/saved-views";
import { promisedUnderEarlier } from "@/lib/queries/settings-dates";
import { accentStyle } from "@/lib/web/accent-colour";

export const metadata: Metadata = { title: { default: "Console", template: "%s · Habeas console" } };

// Sign-in lives under here too: the frame stands without a desk, and each page asks for its own gate.
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const [staff, head] = await Promise.all([currentStaff(), headers()]);
  const path = head.get("x-habeas-path") ?? "";
  const organisation = staff ? await organisationById(staff.organisationId) : null;
  // Said where the day begins, and nowhere in the way of the work.
  const under = staff && organisation && path === "/console" ? await promisedUnderEarlier(staff, organisation) : 0;
  const look = staff ? await queueLook(staff) : usualLook;
  const nonce = head.get("x-nonce") ?? undefined;
  const account =
    staff && organisation
      ? { ...staff, organisation: organisation.profile.name, mark: organisation.profile.brand.mark }
      : null;
  return (
    <>
      {organisation ? <AccentStyle css={accentStyle(organisation.profile.brand.accent)} nonce={nonce} /> : null}
      <ConsoleFrame path={path} account={account} density={look.density}>
        {under > 0 ? <EarlierSettings open={under} /> : null}
        {children}
      </ConsoleFrame>
    </>
  );
}
