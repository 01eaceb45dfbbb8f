import { describe, expect, it } from "vitest";
import { preferencesForm } from "./preferences";
import { isTimeZone, offeredZones } from "./time-zones";

const both = preferencesForm({ languages: ["en", "de"], timeZone: true });

function mistakesIn(typed: object): string[] {
  const parsed = both.safeParse(typed);
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
}

describe("language and time", () => {
  it("takes what is offered; no zone means the organisation's", () => {
    expect(both.parse({ language: "de", timeZone: "Europe/Berlin" })).toEqual({
      language: "de",
      timeZone: "Europe/Berlin",
    });
    expect(both.parse({ language: "en" })).toEqual({ language: "en", timeZone: "" });
    expect(both.parse({ language: "en", timeZone: "" })).toEqual({ language: "en", timeZone: "" });
  });

  it.each(["Europe/Atlantis", "Berlin", "+02:00", "<b>", "../etc"])(
    "%s is no zone, and that is said kindly",
    (timeZone) => {
      expect(mistakesIn({ language: "de", timeZone })).toEqual(["choose_zone"]);
    },
  );

  it("refuses a language that is not offered", () => {
    expect(mistakesIn({ language: "fr" })).toEqual(["choose_language"]);
    expect(mistakesIn({})).toEqual(["choose_language"]);
  });

  it("where no zone is offered, one that is sent is not kept", () => {
    const form = preferencesForm({ languages: ["en"], timeZone: false });
    expect(form.parse({ language: "en", timeZone: "Europe/Berlin" })).toEqual({ language: "en", timeZone: "" });
    expect(form.parse({ language: "en" })).toEqual({ language: "en", timeZone: "" });
  });

  it("every zone in the list is one that this system can read", () => {
    expect(offeredZones.every(isTimeZone)).toBe(true);
    expect([...offeredZones]).toEqual([...offeredZones].sort());
    for (const timeZone of offeredZones) expect(() => new Intl.DateTimeFormat("de", { timeZone })).not.toThrow();
  });
});
