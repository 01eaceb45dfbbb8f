import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeByMail } from "@/components/portal/open/code-by-mail";
import { DeskCode } from "@/components/portal/open/desk-code";
import { OtherFactors } from "@/components/portal/open/other-factors";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Sheet } from "@/components/ui/sheet";
import { TextLink } from "@/components/ui/text-link";
import { freshMinutes } from "@/lib/domain/delivery";
import { deliveryDoor } from "@/lib/queries/delivery-door";
import { ownRequest, type RequestParams } from "@/lib/web/person-page";
import { cameBack, readForPage } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Props = { params: Promise<RequestParams>; searchParams: Promise<{ again?: string; said?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { organisation } = await ownRequest(params);
  const t = await getTranslations("portal");
  const title = t("common.titleAt", { title: t("open.title"), organisation: organisation.profile.name });
  return { title: (await searchParams).again ? t("common.error", { title }) : title };
}

const said = {
  sent: ["sentTitle", "sentText"],
  more: ["moreTitle", "moreText"],
  asked: ["askedTitle", "askedText"],
} as const;

/** Between a person and their answer: what has to be shown anew, why, and every way to show it. */
export default async function OpenPage({ params, searchParams }: Props) {
  const { organisation, person, request } = await ownRequest(params);
  const t = await getTranslations("portal");
  const door = await readForPage(() => deliveryDoor(person, { organisation }, new Date()));
  const page = `/${organisation.slug}/requests/${request.reference}`;
  if (!door || door.open) redirect(page);
  const what = (await searchParams).said ?? "";
  const news = Object.hasOwn(said, what) ? said[what as keyof typeof said] : null;
  const mistakes = await saidMistakes(await cameBack(organisation, `open:${request.reference}`, searchParams));
  const failed = Object.keys(mistakes).length > 0;
  const { identity } = organisation.profile;
  return (
    <>
      <Sheet margin={<BackLink href={page}>{t("common.back")}</BackLink>}>
        <ErrorSummary mistakes={mistakes} order={["code", "deskCode"]} title={t("common.problem")} />
        {news && !failed ? (
          <Notice tone={what === "asked" ? "success" : "note"} title={t(`open.${news[0]}`)} announce>
            <p>{t(`open.${news[1]}`)}</p>
          </Notice>
        ) : null}
        <Heading>{t("open.title")}</Heading>
        <p className="max-w-measure">{t("open.why")}</p>
        {door.lostProof ? <LostProof page={page} /> : null}
        {door.lostProof || door.codeIsEnough || door.enough ? null : (
          <p className="max-w-measure">{t("open.whyTwo", { minutes: freshMinutes })}</p>
        )}
      </Sheet>
      {door.lostProof ? null : door.enough ? (
        <Enough page={page} />
      ) : (
        <>
          <CodeByMail page={page} door={door} mistakes={mistakes} />
          <OtherFactors
            page={page}
            fresh={door.fresh}
            matching={"matching" in identity && Boolean(identity.matching)}
            signIn={"signIn" in identity && Boolean(identity.signIn)}
          />
          {door.codeIsEnough && !door.fresh.includes("code") ? null : (
            <DeskCode page={page} fresh={door.fresh} mistakes={mistakes} />
          )}
          <Section title={t("open.elsewhere")} id="elsewhere">
            <p className="max-w-measure">
              {t("open.elsewhereText")} <TextLink href={`${page}/address`}>{t("open.elsewhereLink")}</TextLink>
            </p>
          </Section>
        </>
      )}
    </>
  );
}

/** Nothing here helps before the request holds its proof again. */
async function LostProof({ page }: { page: string }) {
  const t = await getTranslations("portal.open");
  return (
    <>
      <Notice tone="warning" title={t("lostTitle")}>
        <p>{t("lostText")}</p>
      </Notice>
      <div>
        <Button href={page} wide>
          {t("lostButton")}
        </Button>
      </div>
    </>
  );
}

async function Enough({ page }: { page: string }) {
  const t = await getTranslations("portal.open");
  return (
    <Sheet>
      <p className="max-w-measure">{t("enough")}</p>
      <form method="post" action={`${page}/open/prove`}>
        <Button wide>{t("button")}</Button>
      </form>
    </Sheet>
  );
}
