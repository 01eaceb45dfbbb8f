import type { Metadata } from "next";
import { keptInThisBrowser, openDesk } from "@/app/console/staff-gate";
import { ViewForm } from "@/components/console/view-form";
import { BackLink } from "@/components/ui/back-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { mayShareViews } from "@/lib/domain/queue-look";
import { queueAddress, readQueueFilter, type SearchParameters } from "@/lib/forms/console-queue";
import { one } from "@/lib/forms/kept-values";
import { viewFormKey } from "@/lib/forms/queue-views";

export const metadata: Metadata = { title: "Save this view" };

export default async function NewViewPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const { staff, organisation } = await openDesk();
  const parameters = await searchParams;
  const kept = parameters.again === undefined ? null : await keptInThisBrowser(organisation.id, viewFormKey);
  const { view, terms, email, name } = readQueueFilter(parameters);
  const from = queueAddress({ view, terms });
  const mistakes = kept?.mistakes ?? {};
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <BackLink href={from}>Requests</BackLink>
      <ErrorSummary mistakes={mistakes} order={["name"]} />
      <Heading
        lead={email || name ? "The view keeps its filters. Whoever you looked for is not kept with it." : undefined}
      >
        Save this view
      </Heading>
      <ViewForm
        typed={{ name: one(kept?.values ?? {}, "name"), shared: one(kept?.values ?? {}, "shared") === "yes" }}
        from={from}
        mistakes={mistakes}
        mayShare={mayShareViews(staff.roles)}
      />
    </div>
  );
}
