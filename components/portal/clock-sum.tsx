import { useLocale, useTranslations } from "next-intl";
import { Cited } from "@/components/portal/own-words";
import { portalDay } from "@/components/portal/portal-day";
import { useWords } from "@/components/portal/words";
import { ClockLines } from "@/components/ui/clock-lines";
import type { Clock } from "@/lib/domain/clock";
import { linesForPerson } from "@/lib/domain/clock-facts";

type ClockSumProps = { clocks: readonly Clock[]; workTo: Clock; open?: boolean };

/** "How we count": the sum of the clock we work to, and the other dates that apply beside it. */
export function ClockSum({ clocks, workTo, open }: ClockSumProps) {
  const t = useTranslations("portal.request");
  const common = useTranslations("portal.common");
  const language = useLocale();
  const words = useWords();
  const others = clocks.filter((clock) => clock !== workTo);
  const lines = linesForPerson(workTo).map((line) => ({
    text: sentence(words.clock(line.said)),
    citation: <Cited>{line.citation}</Cited>,
    date: line.date ? portalDay(line.date, language) : undefined,
  }));
  const note = (
    <>
      {others.length > 0 ? (
        <span className="block">
          {t("countOthers")}:{" "}
          {others
            .map(({ regime, dueOn }) =>
              dueOn
                ? t("countOther", { law: words.law(regime), day: portalDay(dueOn, language) })
                : t("countOtherOpen", { law: words.law(regime) }),
            )
            .join(" · ")}
          .
        </span>
      ) : null}
      {common("notAdvice")}
    </>
  );
  return <ClockLines summary={t("count")} open={open} lines={lines} note={note} />;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
