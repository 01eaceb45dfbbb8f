import { instantText } from "@/components/console/instant-words";
import type { ShownRequest } from "@/components/console/shown-request";
import { BackLink } from "@/components/ui/back-link";
import { Panel } from "@/components/ui/panel";
import type { OrganisationProfile } from "@/lib/domain/organisation";

type DeliveryCodeMadeProps = {
  code: string;
  /** ISO 8601. */
  until: string;
  view: Pick<ShownRequest, "reference">;
  profile: Pick<OrganisationProfile, "timeZone">;
};

/** The one time at which the code can be read. */
export function DeliveryCodeMade({ code, until, view, profile }: DeliveryCodeMadeProps) {
  return (
    <div className="flex max-w-[60rem] flex-col gap-5">
      <BackLink href={`/console/requests/${view.reference}`}>{view.reference}</BackLink>
      <Panel title="Tell this code now" label="Code" value={`${code.slice(0, 4)} ${code.slice(4)}`}>
        <p>
          Only by a telephone number or a postal address that was on file before this request. It works once, until{" "}
          {instantText(new Date(until), profile.timeZone)}. Habeas keeps no copy: once you leave this page it cannot be
          read again.
        </p>
      </Panel>
    </div>
  );
}
