import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Lines } from "@/components/portal/lines";
import { OneQuestion } from "@/components/shell/one-question";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileInput } from "@/components/ui/file-input";
import { InsetText } from "@/components/ui/inset-text";
import { TextArea } from "@/components/ui/text-area";
import { awaitsProof } from "@/lib/domain/request-proofs";
import { identityPaperDays } from "@/lib/domain/request-retention";
import { one } from "@/lib/forms/kept-values";
import { ownRequest, type RequestParams } from "@/lib/web/person-page";
import { keptHere } from "@/lib/web/portal-page";
import { saidMistakes } from "@/lib/web/said-mistakes";

type Props = { params: Promise<RequestParams>; searchParams: Promise<{ again?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { organisation } = await ownRequest(params);
  const t = await getTranslations("portal");
  const title = t("common.titleAt", { title: t("write.title"), organisation: organisation.profile.name });
  return { title: (await searchParams).again ? t("common.error", { title }) : title };
}

/** A message to the desk, with files. What was typed before the key ended is still here. */
export default async function WritePage({ params, searchParams }: Props) {
  const { organisation, request } = await ownRequest(params);
  const t = await getTranslations("portal");
  const kept = await keptHere(organisation, `write:${request.reference}`);
  const again = (await searchParams).again !== undefined;
  const mistakes = await saidMistakes(again ? kept : null);
  const page = `/${organisation.slug}/requests/${request.reference}`;
  const asked = request.messages.filter(({ from }) => from === "organisation").at(-1);
  return (
    <OneQuestion
      back={<BackLink href={page}>{t("common.back")}</BackLink>}
      summary={<ErrorSummary mistakes={mistakes} order={["words", "files"]} title={t("common.problem")} />}
    >
      <form
        method="post"
        action={`${page}/write/send`}
        encType="multipart/form-data"
        className="flex flex-col gap-8"
        noValidate
      >
        <h1 className="text-h1 font-semibold tracking-[-0.015em]">{t("write.title")}</h1>
        {asked && request.facts.state === "waiting_for_person" ? (
          <InsetText>
            <p className="text-quiet">{t("write.waiting")}</p>
            <Lines text={asked.words} />
          </InsetText>
        ) : null}
        <TextArea
          name="words"
          label={t("write.label")}
          hint={t("write.hint")}
          rows={8}
          defaultValue={one(kept?.values ?? {}, "words")}
          mistake={mistakes.words}
        />
        <FileInput
          name="files"
          label={t("write.files")}
          optional={t("common.optional")}
          hint={t("write.filesHint", { kinds: t("write.kinds") })}
          multiple
          mistake={mistakes.files}
        />
        {awaitsProof(request.facts) ? (
          <p className="max-w-measure text-quiet">{t("write.filesProof", { days: identityPaperDays })}</p>
        ) : null}
        <div className="flex flex-col gap-3">
          <div>
            <Button wide>{t("write.button")}</Button>
          </div>
          <p className="max-w-measure text-quiet">{t("write.kept")}</p>
        </div>
      </form>
    </OneQuestion>
  );
}
