import { BulletList } from "@/components/ui/bullet-list";
import { InsetText } from "@/components/ui/inset-text";
import { neverDisclosed, neverDisclosedBy } from "@/lib/domain/never-disclosed";
import type { RequestFacts } from "@/lib/domain/request";

/** What must not stand in a copy, before its files are chosen. Nothing where no law of this request says so. */
export function NeverDisclosed({ rights, received }: Pick<RequestFacts, "rights" | "received">) {
  const asked = rights.map(({ right }) => right);
  const citations = neverDisclosedBy(asked, received.regimes);
  if (citations.length === 0) return null;
  return (
    <InsetText>
      <p>Never hand out any of these. Say instead that you hold it, and what kind it is:</p>
      <BulletList items={neverDisclosed} />
      <p className="text-small text-quiet">{citations.map(({ text }) => text).join("; ")}</p>
    </InsetText>
  );
}
