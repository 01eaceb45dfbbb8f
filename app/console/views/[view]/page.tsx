import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { keptInThisBrowser, openDesk } from "@/app/console/staff-gate";
import { ViewForm } from "@/components/console/view-form";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { Section } from "@/components/ui/section";
import { mayShareViews } from "@/lib/domain/queue-look";
import type { SearchParameters } from "@/lib/forms/console-queue";
import { one } from "@/lib/forms/kept-values";
import { viewFormKey } from "@/lib/forms/queue-views";
import { savedViews } from "@/lib/queries/saved-views";

export const metadata: Metadata = { title: "Change a view" };

type ViewPageProps = { params: Promise<{ view: string }>; searchParams: Promise<SearchParameters> };

export default async function ViewPage({ params, searchParams }: ViewPageProps) {
  const { staff, organisation } = await openDesk();
  const { view: id } = await params;
  const view = (await savedViews(staff)).find((saved) => saved.id === id);
  if (!view || (view.shared && !mayShareViews(staff.roles))) notFound();
  const again = (await searchParams).again !== undefined;
  const kept = again ? await keptInThisBrowser(organisation.id, viewFormKey) : null;
  const mistakes = kept?.mistakes ?? {};
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <BackLink href={`/console?${view.query}`}>Requests</BackLink>
      <ErrorSummary mistakes={mistakes} order={["name", "sure"]} />
      <Heading lead={view.shared ? "Everybody in the organisation has this view." : "Only you have this view."}>
        {view.name}
      </Heading>
      <Section title="Name" id="rename">
        <ViewForm
          id={id}
          typed={{ name: mistakes.name ? one(kept?.values ?? {}, "name") : view.name, shared: view.shared }}
          from={`/console?${view.query}`}
          mistakes={mistakes}
          mayShare={false}
        />
      </Section>
      <Section title="Remove" id="remove">
        <form method="post" action="/console/views/remove" className="flex flex-col gap-3">
          <input type="hidden" name="id" value={id} />
          {view.shared ? (
            <>
              <input type="hidden" name="shared" value="yes" />
              <Checkbox
                name="sure"
                label="Remove it for everybody in the organisation"
                {...(mistakes.sure ? { mistake: mistakes.sure } : {})}
              />
            </>
          ) : null}
          <div>
            <Button variant="danger">Remove view</Button>
          </div>
        </form>
      </Section>
    </div>
  );
}
