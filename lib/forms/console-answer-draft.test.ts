import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/domain/calendar-date";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { answerDraft } from "./console-answer-draft";
import { parseOrganisations } from "./organisation";

function profileOf(slug: string): OrganisationProfile {
  const file = `${slug}.json`;
  const parsed = parseOrganisations([{ file, text: readFileSync(`examples/organisations/${file}`, "utf8") }]);
  const profile = parsed.ok ? parsed.profiles[0] : undefined;
  if (!profile) throw new Error("the example must be readable");
  return profile;
}
describe("the draft of an answer", () => {
  const draft = (slug: string, rights: Parameters<typeof answerDraft>[0]["rights"]) =>
    answerDraft({
      profile: profileOf(slug),
      rights,
      name: "Kim Example",
      receivedOn: calendarDate("2026-12-04"),
      erased: false,
    });

  it("A12 A13: says line by line what AImarkOS deletes and what law makes it keep", () => {
    const text = draft("aimarkos", ["erasure"]);
    expect(text).toContain("– Account and profile: deleted by Sun 3 Jan 2027.");
    expect(text).toMatch(/What we have to keep\n– Bills and payments: kept for now\. Tax and accounting law .* \(GDPR/);
  });

  it("W17: says by when backups are overwritten and what may remain", () => {
    const text = draft("aiworksforus", ["erasure"]);
    expect(text).toContain("Backup copies are overwritten by");
    expect(text).toContain(profileOf("aiworksforus").erasure.text);
  });

  it("A11: says that nothing is sold, and that asking changes nothing", () => {
    const { sale } = profileOf("aimarkos");
    expect(draft("aimarkos", ["opt_out_sale_sharing"])).toContain(`${sale.statement} ${sale.noDiscrimination}`);
    expect(draft("aimarkos", ["access"])).not.toContain(sale.statement);
  });

  it("A12 W16: points to the page where systems carried the erasure out: there each line stands with what came of it", () => {
    const given = { profile: profileOf("aimarkos"), rights: ["erasure"] as const, name: null, erased: true };
    const text = answerDraft({ ...given, receivedOn: calendarDate("2026-12-04") });
    expect(text).toContain("Your page says line by line what we erased");
    expect(text).not.toContain("deleted by");
  });
});
