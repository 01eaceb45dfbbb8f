import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { CodeBesideLink } from "@/components/portal/code-beside-link";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { Sheet } from "@/components/ui/sheet";
import { currentPerson } from "@/lib/auth/person";
import { visitorOf } from "@/lib/auth/visitor";
import { newAddressAsksForCode } from "@/lib/queries/link-asks";
import { cookieName } from "@/lib/web/cookies";
import { cameBack, portalOf, readForPage } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Props = {
  params: Promise<{ organisation: string }>;
  searchParams: Promise<{ again?: string; used?: string }>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { profile } = await portalOf(params);
  const t = await getTranslations("portal");
  const title = t("common.titleAt", { title: t("newAddress.title"), organisation: profile.name });
  return { title: (await searchParams).again ? t("common.error", { title }) : title };
}

/** With the link's cookie: one button, what it does, and elsewhere than where it was asked for the letter's code. Looking at it changes nothing. */
export default async function NewAddressPage({ params, searchParams }: Props) {
  const organisation = await portalOf(params);
  const { slug } = organisation;
  const t = await getTranslations("portal");
  const { used } = await searchParams;
  const token = (await cookies()).get(cookieName("habeas_link"))?.value;
  if (used || !token) {
    return (
      <Sheet>
        <Heading>{t("newAddress.deadTitle")}</Heading>
        <p className="max-w-measure">{t("newAddress.deadText")}</p>
        <div>
          <Button href={`/${slug}/find`} variant="secondary" wide>
            {t("missing.link")}
          </Button>
        </div>
      </Sheet>
    );
  }
  const askedHere = (await currentPerson(organisation))?.requestId ?? null;
  const asked = { organisation, token, askedHere };
  const wanted = await readForPage(() => newAddressAsksForCode(visitorOf(organisation), asked, new Date()));
  const mistakes = await saidMistakes(await cameBack(organisation, "new-address", searchParams));
  return (
    <Sheet>
      <ErrorSummary mistakes={mistakes} title={t("common.problem")} />
      <Heading>{t("newAddress.title")}</Heading>
      <p className="max-w-measure">{t("newAddress.text")}</p>
      <p className="max-w-measure">{t("newAddress.after")}</p>
      <form method="post" action={`/${slug}/new-address/confirm`} className="flex flex-col gap-6" noValidate>
        {wanted ? <CodeBesideLink mistake={mistakes.code} /> : null}
        <div>
          <Button wide>{t("newAddress.button")}</Button>
        </div>
      </form>
      <p className="max-w-measure text-quiet">{t("newAddress.not")}</p>
    </Sheet>
  );
}
