import type { Metadata } from "next";
import { openDesk, requestDesk } from "@/app/console/staff-gate";
import { roomsFor } from "@/components/console/console-frame";
import { CommandList } from "@/components/console/keys/command-list";
import { commandsFor } from "@/components/console/keys/commands-for";
import { isStaffStep, stepWords } from "@/components/console/step-words";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import type { Command } from "@/lib/forms/console-commands";
import { requestView } from "@/lib/queries/request-view";
import { notHere } from "@/lib/web/portal-page";

export const metadata: Metadata = { title: "Commands" };

type Props = { searchParams: Promise<{ of?: string | string[] }> };

export default async function CommandsPage({ searchParams }: Props) {
  const { of } = await searchParams;
  const { staff } = await openDesk();
  const request = typeof of === "string" ? await stepsOf(of) : null;
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      {request ? <BackLink href={`/console/requests/${request.reference}`}>{request.reference}</BackLink> : null}
      <Heading lead="What Ctrl K offers, as a page.">Commands</Heading>
      <CommandList commands={[...(request?.steps ?? []), ...commandsFor(staff.roles, roomsFor(staff.roles))]} />
    </div>
  );
}

/** The open steps of the request from which the reader came. */
async function stepsOf(typed: string): Promise<{ reference: string; steps: readonly Command[] }> {
  const desk = await requestDesk(typed);
  const view = await requestView(desk.staff, desk, new Date());
  if (!view) notHere("/console");
  const steps = view.steps.flatMap(({ step, refusal }): Command[] =>
    refusal === null && isStaffStep(step)
      ? [{ group: "step", name: stepWords[step].name, to: `/console/requests/${desk.reference}/steps/${step}` }]
      : [],
  );
  return { reference: desk.reference, steps };
}
