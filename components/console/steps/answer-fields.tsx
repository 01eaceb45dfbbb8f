import { rightNames } from "@/components/console/right-names";
import { NeverDisclosed } from "@/components/console/steps/never-disclosed";
import { type StepProps, typedText } from "@/components/console/steps/step-props";
import { BulletList } from "@/components/ui/bullet-list";
import { Details } from "@/components/ui/details";
import { FileInput } from "@/components/ui/file-input";
import { InsetText } from "@/components/ui/inset-text";
import { Radios } from "@/components/ui/radios";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { lawOf } from "@/lib/domain/laws";
import { refusalPoints } from "@/lib/domain/refusal-points";
import { isProven } from "@/lib/domain/request-proofs";
import type { Right } from "@/lib/domain/right";
import { answerDraft } from "@/lib/forms/console-answer-draft";
import { groundsFor } from "@/lib/forms/console-grounds";
import { outcomeFields } from "@/lib/forms/console-steps";

/** An outcome for each right, the words and the files of the answer. */
export function AnswerFields(props: StepProps) {
  const { view, profile, typed, mistakes } = props;
  const { facts } = view;
  const short = facts.rights.filter((asked) => !isProven(facts, asked));
  const draft = answerDraft({
    profile,
    rights: facts.rights.map(({ right }) => right),
    name: view.person?.askerName ?? view.person?.name ?? null,
    receivedOn: facts.receivedOn,
    erased: facts.plan?.begunOn != null,
  });
  return (
    <>
      {short.length > 0 ? (
        <InsetText>
          <p>
            The proof that is held is not enough for{" "}
            {short.map(({ right }) => rightNames[right].toLowerCase()).join(", ")}. Without more proof these can only be
            refused, and no files can go with the answer: say it in words.
          </p>
        </InsetText>
      ) : null}
      {facts.rights.map(({ right }) => (
        <RightOutcome key={right} right={right} {...props} />
      ))}
      <Details summary="What a refusal must tell, in whole or in part">
        {view.facts.received.regimes.map(lawOf).map(({ id, name, refusal }) => (
          <div key={id}>
            <p className="font-semibold">
              {name} ({refusal.citation.text})
            </p>
            <BulletList items={refusal.mustSay.map((point) => refusalPoints[point])} />
          </div>
        ))}
        <p className="text-quiet">
          The person's page adds where to complain and what a court can do. Everything else has to stand in your words.
        </p>
      </Details>
      <Section title="Words" id="words">
        <TextArea
          name="words"
          label="Answer to the person"
          hint="The person reads exactly this on their page. Read the draft, change what does not fit, fill in dates you know."
          rows={18}
          defaultValue={typedText(typed, "words") ?? draft}
          mistake={mistakes.words}
        />
      </Section>
      <Section title="Files" id="files">
        <NeverDisclosed {...facts} />
        <FileInput
          name="files"
          label="Files of the answer"
          optional="(optional)"
          hint="Up to 20 files, 50 MB each and 100 MB together. If this form comes back, choose them again."
          multiple
          mistake={mistakes.files}
        />
      </Section>
    </>
  );
}

function RightOutcome({ right, view, typed, mistakes }: StepProps & { right: Right }) {
  const fields = outcomeFields(right);
  const id = `right-${right}`;
  return (
    <Section title={rightNames[right]} id={id}>
      <Radios
        name={fields.outcome}
        label={`Outcome: ${rightNames[right].toLowerCase()}`}
        options={[
          { value: "granted", label: "Granted" },
          { value: "partly", label: "Granted in part" },
          { value: "refused", label: "Refused" },
        ]}
        inline
        defaultValue={typedText(typed, fields.outcome)}
        mistake={mistakes[fields.outcome]}
      />
      <Select
        name={fields.ground}
        label={`Ground: ${rightNames[right].toLowerCase()}`}
        optional="(only when refused, in whole or in part)"
        empty="none"
        width="full"
        options={groundsFor(right, view.facts.received.regimes).map(([value, label]) => ({ value, label }))}
        defaultValue={typedText(typed, fields.ground)}
        mistake={mistakes[fields.ground]}
      />
      <TextArea
        name={fields.why}
        label={`Explanation: ${rightNames[right].toLowerCase()}`}
        optional="(only when refused, in whole or in part)"
        hint="Why the ground applies to this person. It follows the answer's words."
        rows={3}
        defaultValue={typedText(typed, fields.why)}
        mistake={mistakes[fields.why]}
      />
    </Section>
  );
}
