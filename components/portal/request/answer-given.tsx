import { useLocale, useTranslations } from "next-intl";
import { fileKind, fileSize } from "@/components/portal/file-facts";
import { Cited } from "@/components/portal/own-words";
import { portalDay } from "@/components/portal/portal-day";
import { RefusalDuties } from "@/components/portal/request/refusal-duties";
import { useWords } from "@/components/portal/words";
import { Button } from "@/components/ui/button";
import { FileList } from "@/components/ui/file-list";
import { LetterPreview } from "@/components/ui/letter-preview";
import { Section } from "@/components/ui/section";
import { StateTag } from "@/components/ui/state-tag";
import { plusDays } from "@/lib/domain/calendar-date";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { answerFilesDays } from "@/lib/domain/request-retention";
import { groundInWords } from "@/lib/forms/ground-words";
import type { PersonRequest } from "@/lib/queries/person-request";

type AnswerGivenProps = {
  page: string;
  profile: OrganisationProfile;
  request: PersonRequest;
  answer: NonNullable<PersonRequest["answer"]>;
};

const tones = { granted: "done", partly: "soon", refused: "plain" } as const;

/** The released answer in two layers: what became of each right and the words first, the files after. */
export function AnswerGiven({ page, profile, request, answer }: AnswerGivenProps) {
  const t = useTranslations("portal.request");
  const language = useLocale();
  const words = useWords();
  const { closedOn, outcomes } = request.facts;
  const until = closedOn
    ? t("filesText", { day: portalDay(plusDays(closedOn, answerFilesDays), language) })
    : t("filesTextOpen", { days: answerFilesDays });
  const files = answer.files.filter(({ destroyed }) => !destroyed);
  return (
    <>
      <Section title={t("answer")} id="answer" aside={t("answerOn", { day: portalDay(answer.on, language) })}>
        <ul data-rows className="border-t border-line">
          {outcomes.map(({ right, outcome, ground }) => (
            <li key={right} className="border-b border-line py-(--cell)">
              <p className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
                <span className="font-semibold">{words.rights[right].name}</span>
                <StateTag tone={tones[outcome]}>{t(`outcome.${outcome}`)}</StateTag>
              </p>
              {ground ? <Ground sentence={ground} /> : null}
            </li>
          ))}
        </ul>
        {answer.opens ? null : (
          <>
            <p className="max-w-measure">{t("answerClosed", { files: answer.waiting })}</p>
            <div>
              <Button href={`${page}/open`} wide>
                {t("answerOpen")}
              </Button>
            </div>
          </>
        )}
        {answer.words ? (
          <LetterPreview
            label={t("answerLabel")}
            head={[
              { label: t("answerTo"), value: request.person?.askerName ?? request.person?.name },
              { label: t("answerFrom"), value: profile.letters.sender.name },
              { label: t("answerDate"), value: portalDay(answer.on, language) },
            ]}
          >
            {answer.words.split(/\n{2,}/).map((paragraph, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, in this order
              <p key={index} className="whitespace-pre-wrap [overflow-wrap:anywhere]">
                {paragraph}
              </p>
            ))}
          </LetterPreview>
        ) : null}
      </Section>
      <RefusalDuties regimes={request.facts.received.regimes} outcomes={outcomes} />
      {files.length > 0 ? (
        <Section title={t("files")} id="files">
          <p className="max-w-measure">{until}</p>
          <FileList
            files={files.map(({ id, name, mediaType, size }) => ({
              href: `${page}/files/${id}`,
              name,
              facts: t("fileFacts", { kind: fileKind(mediaType), size: fileSize(size, language) }),
            }))}
          />
        </Section>
      ) : null}
    </>
  );
}

function Ground({ sentence }: { sentence: string }) {
  const t = useTranslations("portal.request");
  const { words, provisions } = groundInWords(sentence, useLocale());
  return (
    <p className="max-w-measure">
      {t("answerGround", { ground: words })}
      {provisions ? (
        <>
          {" "}
          <Cited>{provisions}</Cited>
        </>
      ) : null}
    </p>
  );
}
