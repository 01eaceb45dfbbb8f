import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { CodeBesideLink } from "@/components/portal/code-beside-link";
import { CodeForm } from "@/components/portal/code-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Sheet } from "@/components/ui/sheet";
import { TextLink } from "@/components/ui/text-link";
import { currentPerson } from "@/lib/auth/person";
import { visitorOf } from "@/lib/auth/visitor";
import { linkAsksForCode } from "@/lib/queries/link-asks";
import type { Organisation } from "@/lib/queries/organisation";
import { filedRequest } from "@/lib/queries/person-filed";
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
  const title = t("common.titleAt", { title: t("confirm.title"), organisation: profile.name });
  return { title: (await searchParams).again ? t("common.error", { title }) : title };
}

/** With a link's cookie: one button. Without: reference and code. Looking at it changes nothing. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const organisation = await portalOf(params);
  const { slug } = organisation;
  const t = await getTranslations("portal");
  const { used } = await searchParams;
  const token = (await cookies()).get(cookieName("habeas_link"))?.value;
  const came = await cameBack(organisation, "confirm:code", searchParams);
  if (token && !used && !came) return <PressButton {...{ organisation, token, searchParams }} />;
  const mistakes = await saidMistakes(came);
  return (
    <>
      <Sheet>
        <ErrorSummary mistakes={mistakes} order={["reference", "code"]} title={t("common.problem")} />
        <Heading>{t("confirm.title")}</Heading>
        {used ? (
          <Notice tone="warning" title={t("confirm.deadTitle")} announce>
            <p>{t("confirm.deadText")}</p>
          </Notice>
        ) : null}
        {used ? <OpenAlready params={params} /> : null}
      </Sheet>
      <Section title={t("confirm.codeTitle")} id="code">
        <p className="max-w-measure">{t("confirm.codeText")}</p>
        <CodeForm slug={slug} mistakes={mistakes} values={came?.values ?? {}} />
      </Section>
      <Section title={t("confirm.freshTitle")} id="fresh">
        <p className="max-w-measure">{t("confirm.freshText")}</p>
        <div>
          <Button href={`/${slug}/find`} variant="secondary">
            {t("missing.link")}
          </Button>
        </div>
      </Section>
    </>
  );
}

type PressProps = { organisation: Organisation; token: string; searchParams: Props["searchParams"] };

async function PressButton({ organisation, token, searchParams }: PressProps) {
  const { slug } = organisation;
  const t = await getTranslations("portal");
  const askedHere = (await currentPerson(organisation))?.requestId ?? null;
  const asked = { organisation, token, askedHere };
  const wanted = await readForPage(() => linkAsksForCode(visitorOf(organisation), asked, new Date()));
  const mistakes = await saidMistakes(await cameBack(organisation, "confirm:link", searchParams));
  return (
    <Sheet>
      <ErrorSummary mistakes={mistakes} title={t("common.problem")} />
      <Heading>{t("confirm.linkTitle")}</Heading>
      <p className="max-w-measure">{wanted ? t("confirm.linkCodeText") : t("confirm.linkText")}</p>
      <form method="post" action={`/${slug}/confirm/link`} className="flex flex-col gap-6" noValidate>
        {wanted ? <CodeBesideLink mistake={mistakes.code} /> : null}
        <div>
          <Button wide>{t("confirm.linkButton")}</Button>
        </div>
      </form>
      <p className="max-w-measure text-quiet">{t("confirm.linkNot")}</p>
    </Sheet>
  );
}

/** Opened twice in the same browser: the request is a click away. */
async function OpenAlready({ params }: Pick<Props, "params">) {
  const organisation = await portalOf(params);
  const person = await currentPerson(organisation);
  const filed = person?.proven ? await filedRequest(person, organisation) : null;
  if (!filed) return null;
  const t = await getTranslations("portal.sent");
  return (
    <p>
      <TextLink href={`/${organisation.slug}/requests/${filed.reference}`} alone>
        {t("open")}
      </TextLink>
    </p>
  );
}
