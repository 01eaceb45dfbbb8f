import type { Metadata } from "next";
import { presentHere } from "@/app/console/requests/presence-desk";
import { stepFormKey, stepPage } from "@/app/console/requests/step-door";
import { keptInThisBrowser, requestDesk } from "@/app/console/staff-gate";
import { DeliveryCodeMade } from "@/components/console/delivery-code-made";
import { StepPage } from "@/components/console/step-page";
import { isStaffStep, stepWords } from "@/components/console/step-words";
import { carriedList } from "@/lib/forms/carried-list";
import { one } from "@/lib/forms/kept-values";
import { requestView } from "@/lib/queries/request-view";
import { teamLoad } from "@/lib/queries/workload";
import { readNotice } from "@/lib/web/notice";
import { notHere } from "@/lib/web/portal-page";

type Props = {
  params: Promise<{ reference: string; step: string }>;
  searchParams: Promise<{ again?: string | string[]; draft?: string | string[]; from?: string | string[] }>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { step } = await params;
  if (!isStaffStep(step)) return {};
  const { again, draft } = await searchParams;
  const error = again && !draft ? "Error: " : "";
  return { title: `${error}${stepWords[step].name}` };
}

export default async function ConsoleStepPage({ params, searchParams }: Props) {
  const { reference: typed, step } = await params;
  const desk = await requestDesk(typed);
  const now = new Date();
  const found = await requestView(desk.staff, desk, now);
  const view = found && { ...found, from: carriedList((await searchParams).from) };
  // A step that is not in this role's list does not exist for them.
  const offered = view?.steps.find((one) => one.step === step);
  if (!view || !offered || !isStaffStep(step)) notHere("/console");
  if (step === "give_delivery_code") {
    const { shown } = await readNotice(stepPage(desk.reference, step));
    if (shown.code && shown.until)
      return <DeliveryCodeMade code={shown.code} until={shown.until} view={view} profile={desk.organisation.profile} />;
  }
  const here = await presentHere(desk, { activity: step, by: "page" }, now);
  const { again: back, draft } = await searchParams;
  const again = back !== undefined;
  const kept = again ? await keptInThisBrowser(desk.organisation.id, stepFormKey(desk.reference, step)) : null;
  return (
    <StepPage
      step={step}
      view={view}
      here={here}
      profile={desk.organisation.profile}
      refusal={offered.refusal}
      team={step === "assign" ? await teamLoad(desk.staff, view.today) : null}
      typed={kept?.values ?? {}}
      mistakes={kept?.mistakes ?? {}}
      draft={kept && (draft === "filled" || draft === "preview") ? draft : null}
      seenVersion={kept ? Number(one(kept.values, "seenVersion")) || null : null}
    />
  );
}
