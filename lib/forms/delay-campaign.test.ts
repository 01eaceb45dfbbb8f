import { expect, it } from "vitest";
import { calendarDate } from "@/lib/domain/calendar-date";
import { delayCampaignForm, readDelayRule } from "./delay-campaign";

const whole = {
  campaign: "0196e2a0-0000-7000-8000-000000000001",
  language: ["en", "de"],
  "reason-en": "Late.",
  "reason-de": "Zu spät.",
  reference: ["H4K2-9QTM-P"],
  "until-H4K2-9QTM-P": "2026-12-18",
};

it("reads one day for each request that is chosen, and leaves out those that are not", () => {
  const read = delayCampaignForm.parse({ ...whole, "until-OTHER": "2026-12-19" });
  expect(read.rows).toEqual([{ reference: "H4K2-9QTM-P", until: "2026-12-18" }]);
  expect(read.words).toEqual({ en: "Late.", de: "Zu spät." });
});

it("leaves a day that is none to the domain, which refuses it", () => {
  const read = delayCampaignForm.parse({ ...whole, "until-H4K2-9QTM-P": "2026-02-30" });
  expect(read.rows[0]?.until).toBeNull();
});

it("asks for a reason in each language that is read, and for somebody to write to", () => {
  const { error } = delayCampaignForm.safeParse({ ...whole, "reason-de": " ", reference: [], campaign: "x" });
  expect(error?.issues.map(({ path }) => path[0])).toEqual(["reason-de", "reference", ""]);
});

it("works a backlog off from the chosen day, or from two weeks ahead where that is over", () => {
  const today = calendarDate("2026-12-04");
  expect(readDelayRule({ from: "2026-12-11", perWeek: "3" }, today)).toEqual({ from: "2026-12-11", perWeek: 3 });
  expect(readDelayRule({ from: "2026-12-01", perWeek: "0" }, today)).toEqual({ from: "2026-12-18", perWeek: 10 });
});
