import { useLocale, useTranslations } from "next-intl";
import { portalDay } from "@/components/portal/portal-day";
import { proofPages } from "@/components/portal/proof/proof-pages";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import type { KindState } from "@/lib/domain/proof-choices";
import type { ProofKind } from "@/lib/domain/verification";

/** One way: everything that belongs to it, each with what stands and where to show it. */
export function ProofWay({ kinds, page }: { kinds: readonly KindState[]; page: string }) {
  const t = useTranslations("portal.proof");
  return (
    <div className="flex flex-col gap-1">
      {kinds.map((one, index) => (
        <div key={one.kind} className="flex flex-wrap items-baseline justify-between gap-x-6">
          <p className="max-w-[30em]">
            {index > 0 ? <span className="text-quiet">{t("and")} </span> : null}
            <Kind {...one} page={page} />
          </p>
          <p className="text-small">
            <Standing {...one} />
          </p>
        </div>
      ))}
    </div>
  );
}

function Kind({ kind, state, page }: KindState & { page: string }) {
  const t = useTranslations("portal.proof");
  const name = t(`kinds.${kind}`);
  const to = pageOf(kind);
  return state === "missing" && to ? (
    <TextLink href={`${page}/${to}`} alone>
      {name}
    </TextLink>
  ) : (
    name
  );
}

function Standing({ state, on }: KindState) {
  const t = useTranslations("portal.proof");
  const language = useLocale();
  if (state === "shown") {
    return (
      <StateTag tone="done" bare>
        {t("shownOn", { day: on ? portalDay(on, language) : "" })}
      </StateTag>
    );
  }
  return <span className="text-quiet">{t(state === "ours" ? "ours" : "stillMissing")}</span>;
}

function pageOf(kind: ProofKind): string | null {
  const pages: Partial<Record<ProofKind, string>> = proofPages;
  return pages[kind] ?? null;
}
