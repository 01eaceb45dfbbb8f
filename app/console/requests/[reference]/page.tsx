import type { Metadata } from "next";
import { requestDesk } from "@/app/console/staff-gate";
import { RequestPage } from "@/components/console/request-page";
import { requestView } from "@/lib/queries/request-view";
import { notHere } from "@/lib/web/portal-page";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await requestDesk((await params).reference);
  return { title: reference };
}

export default async function ConsoleRequestPage({ params, searchParams }: Props) {
  const desk = await requestDesk((await params).reference);
  const view = await requestView(desk.staff, desk, new Date());
  if (!view) notHere("/console");
  const { done } = await searchParams;
  return (
    <RequestPage
      view={view}
      profile={desk.organisation.profile}
      elsewhere={desk.elsewhere}
      done={typeof done === "string" ? done : null}
    />
  );
}
