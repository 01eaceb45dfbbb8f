import type { Metadata } from "next";
import { requestDesk } from "@/app/console/staff-gate";
import { RequestPage } from "@/components/console/request-page";
import { parseReference } from "@/lib/domain/reference";
import { carriedList } from "@/lib/forms/carried-list";
import { requestView } from "@/lib/queries/request-view";
import { notHere } from "@/lib/web/portal-page";

type Asked = Readonly<Record<"done" | "on" | "end" | "from", string | string[] | undefined>>;
type Props = { params: Promise<{ reference: string }>; searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await requestDesk((await params).reference);
  return { title: reference };
}

export default async function ConsoleRequestPage({ params, searchParams }: Props) {
  const desk = await requestDesk((await params).reference);
  const view = await requestView(desk.staff, desk, new Date());
  if (!view) notHere("/console");
  const { done, on, end, from } = await searchParams;
  return (
    <RequestPage
      view={{ ...view, from: carriedList(from) }}
      profile={desk.organisation.profile}
      elsewhere={desk.elsewhere}
      done={typeof done === "string" ? done : null}
      doneOn={typeof on === "string" ? parseReference(on) : null}
      listDone={end !== undefined}
    />
  );
}
