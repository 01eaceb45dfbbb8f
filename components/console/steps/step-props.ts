import type { ShownRequest } from "@/components/console/shown-request";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import type { Mistakes, Typed } from "@/lib/forms/kept-values";
import type { TeamLoad } from "@/lib/queries/workload";

/** What every step's form is given. `typed` is what came back with mistakes; empty on a first visit. */
export type StepProps = {
  view: ShownRequest;
  profile: OrganisationProfile;
  typed: Typed;
  mistakes: Mistakes;
  /** Who has how much: for the step that gives work. */
  team?: readonly TeamLoad[] | null;
};

/** The text that was typed into a field before; undefined when nothing was. */
export function typedText(typed: Typed, name: string): string | undefined {
  const value = typed[name];
  return typeof value === "string" ? value : value?.at(-1);
}
