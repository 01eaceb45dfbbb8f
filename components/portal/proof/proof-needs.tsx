import { useTranslations } from "next-intl";
import { Cited } from "@/components/portal/own-words";
import { ProofWay } from "@/components/portal/proof/proof-way";
import { useWords } from "@/components/portal/words";
import { Section } from "@/components/ui/section";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import { type ProofChoice, proofChoices } from "@/lib/domain/proof-choices";
import { type Explained, sameExplained } from "@/lib/domain/proof-explanation";
import type { RequestFacts } from "@/lib/domain/request";
import type { ProofKind } from "@/lib/domain/verification";

type ProofNeedsProps = {
  explained: readonly Explained[];
  facts: Pick<RequestFacts, "proofs">;
  offered: ReadonlySet<ProofKind>;
  /** The request's own. */
  page: string;
};

/** For each thing that was asked: what is needed, why, where that stands, and the ways that are open. */
export function ProofNeeds({ explained, ...rest }: ProofNeedsProps) {
  return sameExplained(explained).map((group) => <Need key={group[0]?.right} group={group} {...rest} />);
}

const marks = {
  none_needed: { tone: "done", word: "never" },
  enough: { tone: "done", word: "done" },
  address: { tone: "plain", word: "missing" },
  missing: { tone: "plain", word: "missing" },
} as const;

type NeedProps = Omit<ProofNeedsProps, "explained"> & { group: readonly Explained[] };

function Need({ group, facts, offered, page }: NeedProps) {
  const t = useTranslations("portal.proof");
  const words = useWords();
  const [one] = group;
  if (!one) return null;
  const mark = marks[one.standing];
  const choices = one.standing === "missing" ? proofChoices(one, facts, offered) : [];
  const asked = choices.filter((choice) => choice.asked);
  const taken = choices.filter((choice) => !choice.asked);
  return (
    <Section
      title={group.map(({ right }) => words.rights[right].name).join(" · ")}
      id={`proof-${one.right}`}
      aside={
        <StateTag tone={mark.tone} bare>
          {t(mark.word)}
        </StateTag>
      }
    >
      <div className="flex max-w-measure flex-col gap-1">
        <p>{words.proofReason(one.reason)}</p>
        {one.raised ? <p>{words.raisedReason}</p> : null}
        <p className="text-small text-quiet">
          <Cited>{one.citation.text}</Cited>
        </p>
      </div>
      {asked.length > 0 ? <Ways title={t(asked.length > 1 ? "oneOf" : "thisWay")} choices={asked} page={page} /> : null}
      {one.standing === "missing" && choices.length === 0 ? (
        <p className="max-w-measure">
          {t("noWay")} <TextLink href={`${page}/write`}>{t("write")}</TextLink>
        </p>
      ) : null}
      {taken.length > 0 ? <Ways title={t("alsoTaken")} choices={taken} page={page} /> : null}
    </Section>
  );
}

function Ways({ title, choices, page }: { title: string; choices: readonly ProofChoice[]; page: string }) {
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-semibold">{title}</h3>
      <ul data-rows className="border-t border-line">
        {choices.map(({ kinds }) => (
          <li key={kinds.map(({ kind }) => kind).join()} className="border-b border-line py-(--cell)">
            <ProofWay kinds={kinds} page={page} />
          </li>
        ))}
      </ul>
    </div>
  );
}
