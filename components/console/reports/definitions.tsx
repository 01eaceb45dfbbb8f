import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { type ReportFigure, recountedHow, reportDefinitions } from "@/lib/domain/report-definitions";

/** What each figure of the page counts, under one heading. Each figure links to its own line: "why is this number right?" */
export function Definitions({ of }: { of: readonly ReportFigure[] }) {
  return (
    <section aria-labelledby="definitions" className="flex flex-col gap-3">
      <h2 id="definitions" className="text-h2 font-semibold tracking-[-0.008em]">
        Why is this number right?
      </h2>
      <SummaryList
        rows={of.map((figure) => ({
          label: reportDefinitions[figure].name,
          value: <span id={definitionId(figure)}>{reportDefinitions[figure].counts}</span>,
        }))}
      />
      <p id="recount" className="max-w-measure text-small text-quiet">
        {recountedHow}
      </p>
    </section>
  );
}

export function definitionId(figure: ReportFigure): string {
  return `counts-${figure}`;
}

/** The name of a figure that leads to what it counts. */
export function FigureName({ figure, children }: { figure: ReportFigure; children?: string }) {
  return (
    <TextLink href={`#${definitionId(figure)}`} quiet alone>
      {children ?? reportDefinitions[figure].name}
    </TextLink>
  );
}
