import { Tabs } from "@/components/ui/tabs";

export type ReportPage = "overdue" | "california" | "pack";

const pages: readonly { page: ReportPage; href: string; label: string }[] = [
  { page: "overdue", href: "/console/reports/overdue", label: "Overdue and on time" },
  { page: "california", href: "/console/reports/california", label: "California metrics" },
];
const packPage = { page: "pack", href: "/console/reports/pack", label: "Regulator pack" } as const;

/** The reports beside each other. The pack stands there for whoever may make one. */
export function ReportNav({ here, withPack }: { here: ReportPage; withPack: boolean }) {
  const shown = withPack ? [...pages, packPage] : pages;
  return (
    <Tabs label="Reports" tabs={shown.map(({ page, href, label }) => ({ href, label, current: page === here }))} />
  );
}
