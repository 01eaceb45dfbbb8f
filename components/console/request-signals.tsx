import { RequestLink } from "@/components/console/other-requests";
import type { NotedSignal, ShownRequest } from "@/components/console/shown-request";
import { calendarDayText } from "@/components/ui/calendar-day";
import { Section } from "@/components/ui/section";
import { type RiskSignal, riskSignals } from "@/lib/domain/risk-signals";

/** What is odd about a request, each with what it rests on, so that the handler looks there and trusts no number. */
export function RequestSignals({ view }: { view: ShownRequest }) {
  const { signals } = view.around;
  if (!signals || signals.length === 0) return null;
  return (
    <Section title="What is odd" id="signals">
      <ul data-rows className="border-t border-line">
        {signals.map((noted) => (
          <li key={noted.signal} className="flex max-w-measure flex-col gap-1 border-b border-line py-(--cell)">
            <p className="font-semibold">{riskSignals[noted.signal].words}</p>
            <p className="text-quiet">
              <RestsOn noted={noted} view={view} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function RestsOn({ noted: { signal, restsOn }, view }: { noted: NotedSignal; view: ShownRequest }) {
  if (restsOn === null) return ownGround(signal, view);
  if (restsOn.length === 0) return "What it rested on has ended or is no longer held.";
  return (
    <>
      Rests on{" "}
      {restsOn.map((request, place) => (
        <span key={request.reference}>
          {place > 0 ? ", " : ""}
          <RequestLink request={request} />
        </span>
      ))}
      {restsOn.length === 10 ? ". The newest ten are shown" : ""}
    </>
  );
}

// What rests on this very request.
function ownGround(signal: RiskSignal, { facts, person }: ShownRequest): string {
  if (signal === "address_changed" && facts.addressChangedOn)
    return `Rests on the change of ${calendarDayText(facts.addressChangedOn)}.`;
  if (signal === "disowned" && facts.authority.deniedOn)
    return `Rests on their answer of ${calendarDayText(facts.authority.deniedOn)}.`;
  if (signal === "delivery_elsewhere" && person?.knownEmail)
    return `Rests on this request: known to us as ${person.knownEmail}, to be answered at ${person.email}.`;
  return "Rests on the record below.";
}
