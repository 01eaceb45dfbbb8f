import { linkWords } from "@/components/console/event-sentence";
import type { OtherRequest, ShownRequest } from "@/components/console/shown-request";
import { stateWords } from "@/components/console/state-words";
import type { SummaryRow } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import type { State } from "@/lib/domain/lifecycle";

/** Another request: its reference as a link, what is said of it, and where it stands. */
export function RequestLink({ request: { reference, state }, said }: { request: OtherRequest; said?: string }) {
  return (
    <span>
      <TextLink href={`/console/requests/${reference}`}>{reference}</TextLink> {said ? `${said}, ` : ""}
      <span className="text-quiet">{stateWords[state as State]}</span>
    </span>
  );
}

/** Requests from the same address, and those that somebody noted as duplicates, on both sides of the remark. */
export function otherRequestRows({ around }: ShownRequest): SummaryRow[] {
  const { sameAddress, duplicateOf, duplicates, links } = around;
  const rows: SummaryRow[] = [];
  if (sameAddress.length > 0) {
    const links = sameAddress.map((request) => (
      <li key={request.reference}>
        <RequestLink request={request} />
      </li>
    ));
    rows.push({ label: "Same address", value: <ul>{links}</ul> });
  }
  if (links.length > 0) {
    const linked = links.map((request) => (
      <li key={`${request.here}${request.reference}`}>
        <RequestLink request={request} said={linkWords[request.as]} />
      </li>
    ));
    rows.push({ label: "Linked", value: <ul>{linked}</ul> });
  }
  if (duplicateOf.length + duplicates.length === 0) return rows;
  const noted = (
    <ul>
      {duplicateOf.map((request) => (
        <li key={request.reference}>
          Noted as a duplicate of <RequestLink request={request} />
        </li>
      ))}
      {duplicates.map((request) => (
        <li key={request.reference}>
          <RequestLink request={request} said="was noted as a duplicate of this" />
        </li>
      ))}
      <li className="text-quiet">Each is owed its own answer, on its own proof.</li>
    </ul>
  );
  return [...rows, { label: "Duplicates", value: noted }];
}
