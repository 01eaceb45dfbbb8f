import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeForPerson } from "@/emails/compose-letter";
import { openDesk } from "@/lib/commands/test-desk";
import type { Right } from "@/lib/domain/right";
import type { Relation } from "@/lib/domain/verification";
import { personFacts } from "./letter-facts";

const now = new Date("2026-12-04T10:00:00Z");
const base = "https://privacy.example.org";
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk(now);
});
afterAll(() => desk.close());

type Asked = { rights: Right[]; relation?: Relation; region?: string; language?: "en" | "de" };

/** The end of a request whose proof never came, as its letter tells it. */
async function letter({ region = "US-CA", ...asked }: Asked, sells = desk.organisation.profile.sale.sells) {
  const { id } = await desk.file({ country: "US", region, ...asked });
  const stored = await desk.look(id);
  const { organisation } = stored;
  const profile = { ...organisation.profile, sale: { ...organisation.profile.sale, sells } };
  const sold = { ...stored, organisation: { ...organisation, profile } };
  const facts = personFacts(sold, { kind: "unproven", seq: stored.facts.version, secrets: null }, base, now);
  return (await composeForPerson("unproven", facts)).text.replaceAll(/\s+/g, " ");
}

describe("a request that ends for want of proof", () => {
  it("11 CCR §7024(a)–(b): tells a Californian that it could not be verified, and where our practices stand", async () => {
    const text = await letter({ rights: ["access"] });
    expect(text).toContain("we could not verify your identity");
    expect(text).toContain("privacy policy: https://aimarkos.example.com/privacy");
    expect(text).not.toContain("opt out of sale");
  });

  it("11 CCR §7022(g): offers to opt out where deletion was not done and something may be sold", async () => {
    const text = await letter({ rights: ["erasure"] }, "something");
    expect(text).toContain("You can still opt out of sale and sharing");
    expect(text).toContain(`${base}/aimarkos/ask`);
    expect(text).not.toContain("privacy policy:");
    expect(await letter({ rights: ["erasure"] }, "nothing")).not.toContain("opt out of sale");
  });

  it("tells whoever asks for somebody else that it is their authority that was not shown, in their language", async () => {
    const acting = { rights: ["access"], relation: "agent", language: "de" } as const;
    const text = await letter({ ...acting, rights: [...acting.rights] });
    expect(text).toContain("dass Sie für die Person handeln dürfen");
    expect(text).toContain("nicht prüfen, dass Sie für die Person handeln dürfen (11 CCR");
    expect(text).not.toContain("Ihre Identität");
  });

  it("tells others nothing of California", async () => {
    const text = await letter({ rights: ["access", "erasure"], region: "US-TX" }, "something");
    expect(text).toContain("We asked you to show that it is you");
    expect(text).not.toMatch(/CCR|could not verify|opt out of sale/);
  });
});
