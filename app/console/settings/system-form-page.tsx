import { notFound } from "next/navigation";
import { type Desk, keptInThisBrowser } from "@/app/console/staff-gate";
import { SystemForm } from "@/components/console/system-form";
import { systemsFormKey, typedSystem } from "@/lib/forms/console-systems";
import { systemsView } from "@/lib/queries/systems";
import { systemVariablePrefix } from "@/lib/settings";

/** The form of one system, or of a new one where `id` is null. */
export async function systemFormPage({ staff, organisation }: Desk, id: string | null, again: boolean) {
  const lines = await systemsView(staff);
  const line = lines?.find(({ system, removed }) => system.id === id && !removed);
  if (!lines || (id !== null && !line)) notFound();
  const kept = again ? await keptInThisBrowser(organisation.id, `${systemsFormKey}:${id ?? ""}`) : null;
  const typed =
    kept?.values ?? (line ? typedSystem(line.system) : { kind: "manual", identifiers: "name, email", order: "100" });
  return (
    <SystemForm
      system={line?.system ?? null}
      profile={organisation.profile}
      variablePrefix={systemVariablePrefix(organisation.slug)}
      typed={typed}
      mistakes={kept?.mistakes ?? {}}
    />
  );
}
