import type { Metadata } from "next";
import { stepFormKey } from "@/app/console/requests/step-door";
import { keptInThisBrowser, requestDesk } from "@/app/console/staff-gate";
import { StepPage } from "@/components/console/step-page";
import { isStaffStep, stepWords } from "@/components/console/step-words";
import { requestView } from "@/lib/queries/request-view";
import { notHere } from "@/lib/web/portal-page";

type Props = {
  params: Promise<{ reference: string; step: string }>;
  searchParams: Promise<{ again?: string | string[] }>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { step } = await params;
  if (!isStaffStep(step)) return {};
  const error = (await searchParams).again ? "Error: " : "";
  return { title: `${error}${stepWords[step].name}` };
}

export default async function ConsoleStepPage({ params, searchParams }: Props) {
  const { reference: typed, step } = await params;
  const desk = await requestDesk(typed);
  const view = await requestView(desk.staff, desk, new Date());
  // A step that is not in this role's list does not exist for them.
  const offered = view?.steps.find((one) => one.step === step);
  if (!view || !offered || !isStaffStep(step)) notHere("/console");
  const again = (await searchParams).again !== undefined;
  const kept = again ? await keptInThisBrowser(desk.organisation.id, stepFormKey(desk.reference, step)) : null;
  return (
    <StepPage
      step={step}
      view={view}
      profile={desk.organisation.profile}
      refusal={offered.refusal}
      typed={kept?.values ?? {}}
      mistakes={kept?.mistakes ?? {}}
    />
  );
}
