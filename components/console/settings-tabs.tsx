import { Tabs } from "@/components/ui/tabs";

const pages = [
  { href: "/console/settings/dates", label: "Dates" },
  { href: "/console/settings/assignment", label: "Assignment" },
  { href: "/console/settings/systems", label: "Systems" },
] as const;

/** The pages of an organisation's settings, one beside the other. */
export function SettingsTabs({ here }: { here: (typeof pages)[number]["href"] }) {
  return <Tabs label="Settings" tabs={pages.map((page) => ({ ...page, current: page.href === here }))} />;
}
