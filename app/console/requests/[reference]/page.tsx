import type { Metadata } from "next";
import { presentHere } from "@/app/console/requests/presence-desk";
import { keptInThisBrowser, requestDesk } from "@/app/console/staff-gate";
import { RequestPage } from "@/components/console/request-page";
import { parseReference } from "@/lib/domain/reference";
import { carriedList } from "@/lib/forms/carried-list";
import { tasksFormKey } from "@/lib/forms/console-tasks";
import { requestView } from "@/lib/queries/request-view";
import { notHere } from "@/lib/web/portal-page";

type Asked = Readonly<Record<"done" | "on" | "end" | "from" | "again", string | string[] | undefined>>;
type Props = { params: Promise<{ reference: string }>; searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await requestDesk((await params).reference);
  return { title: reference };
}

export default async function ConsoleRequestPage({ params, searchParams }: Props) {
  const desk = await requestDesk((await params).reference);
  const now = new Date();
  const view = await requestView(desk.staff, desk, now);
  if (!view) notHere("/console");
  const here = await presentHere(desk, { activity: "", by: "page" }, now);
  const { done, on, end, from, again } = await searchParams;
  const kept = again === undefined ? null : await keptInThisBrowser(desk.organisation.id, tasksFormKey(view.reference));
  return (
    <RequestPage
      view={{ ...view, from: carriedList(from) }}
      profile={desk.organisation.profile}
      here={here}
      elsewhere={desk.elsewhere}
      done={typeof done === "string" ? done : null}
      doneOn={typeof on === "string" ? parseReference(on) : null}
      listDone={end !== undefined}
      mistakes={kept?.mistakes ?? {}}
    />
  );
}
