import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { RightOutcome } from "@/lib/domain/events";
import { lawOf } from "@/lib/domain/laws";
import { type RegimeId, regimeIds } from "@/lib/domain/regime";
import { wordsIn } from "@/lib/domain/words";
import de from "@/messages/de.json";
import en from "@/messages/en.json";
import { RefusalDuties } from "./refusal-duties";

const refused: RightOutcome = { right: "erasure", outcome: "refused", ground: "Law makes us keep it" };
const partly: RightOutcome = { ...refused, outcome: "partly" };
const granted: RightOutcome = { right: "access", outcome: "granted", ground: null };

function page(regimes: readonly RegimeId[], outcomes: readonly RightOutcome[], locale: "en" | "de" = "en"): string {
  const duties = createElement(RefusalDuties, { regimes, outcomes });
  const messages = locale === "de" ? de : en;
  const provided = { locale, messages, timeZone: "UTC", children: duties };
  const html = renderToStaticMarkup(createElement(NextIntlClientProvider, provided));
  return html.replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}

describe.each(regimeIds)("a refusal under %s", (regime) => {
  it.each(["en", "de"] as const)(
    "shows every point that the law obliges it to tell, and where that stands: %s",
    (locale) => {
      const shown = page([regime], [refused], locale);
      const { mustSay, citation } = lawOf(regime).refusal;
      expect(mustSay.length).toBeGreaterThan(0);
      for (const point of mustSay) expect(shown).toContain(`>${wordsIn(locale).refusalPoint(point)}<`);
      if (regime === "contract_30d") return;
      const cited = wordsIn(locale).cite(citation.text);
      expect(shown).toContain(cited ? `>${cited}<` : `<span lang="en">${citation.text}</span>`);
    },
  );
});

// Read from the statutes, not from our data.
describe("what the statutes demand", () => {
  it.each<[RegimeId, RegExp]>([
    ["eu_gdpr", /reasons.*supervisory authority.*court/],
    ["uk_gdpr", /reasons.*complain to the organisation.*ICO.*court/],
    ["us_ca_ccpa", /why it is denied.*verified.*used for nothing else.*opt out/],
    ["us_va_vcdpa", /justification.*how to appeal.*Attorney General/],
    ["us_co_cpa", /reasons.*how to appeal.*categories kept.*Attorney General/],
    ["us_ct_ctdpa", /justification.*how to appeal.*Attorney General/],
    ["us_tx_tdpsa", /justification.*how to appeal.*Attorney General/],
    ["br_lgpd", /not the one that processes.*reasons of fact or law/],
    ["ca_pipeda", /in writing.*reasons.*recourse/],
    ["ca_qc_law25", /in writing.*reasons.*provision.*remedies.*time limits.*help/],
    ["ch_fadp", /reasons for refusing, restricting or delaying/],
    ["au_app12", /in writing.*reasons.*how to complain/],
    ["in_dpdp", /published period.*Board/],
    ["za_popia_paia", /reasons and the provisions.*nothing about what the record.*court.*period/],
  ])("%s", (regime, points) => expect(page([regime], [partly, granted])).toMatch(points));
});

it("cites a law that speaks German in German", () => {
  const shown = page(["eu_gdpr"], [refused], "de");
  expect(shown).toContain("DSGVO");
  expect(shown).not.toContain("GDPR");
});

it("shows each law that applies, and without one our own promise", () => {
  const both = page(["eu_gdpr", "us_va_vcdpa"], [partly]);
  expect(both).toContain("Under EU GDPR");
  expect(both).toContain("Under Virginia VCDPA");
  expect(page([], [refused])).toContain("the reasons");
});

it("says nothing where everything was granted", () => {
  expect(page(["eu_gdpr"], [granted])).toBe("");
});
