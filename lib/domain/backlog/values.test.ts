import { describe, expect, test } from "vitest";
import { isEnded, readBacklogDay, readChannel, readPlace, readRights } from "./values";

const berlin = { order: "day_first", timeZone: "Europe/Berlin" } as const;

describe("days", () => {
  test.each([
    ["2026-03-27", "2026-03-27"],
    ["27.3.2026", "2026-03-27"],
    ["27/03/2026", "2026-03-27"],
    ["27-3-2026 14:05", "2026-03-27"],
    ["2026-03-27 14:05", "2026-03-27"],
  ])("%s", (text, day) => expect(readBacklogDay(text, berlin)).toBe(day));

  test("GDPR Art. 12(3): an instant is the day it was at the organisation's place", () => {
    expect(readBacklogDay("2026-03-27T23:30:00Z", berlin)).toBe("2026-03-28");
  });

  test("slashes are read as the desk says, dots never the American way", () => {
    const american = { ...berlin, order: "month_first" } as const;
    expect(readBacklogDay("3/4/2026", american)).toBe("2026-03-04");
    expect(readBacklogDay("3.4.2026", american)).toBe("2026-04-03");
    expect(readBacklogDay("3/27/2026", berlin)).toBeNull();
  });

  test.each(["", "soon", "31.2.2026", "2026-13-01", "27/3.2026"])("%j is no day", (text) =>
    expect(readBacklogDay(text, berlin)).toBeNull(),
  );
});

test("what is asked is read by internal name and by the words of other tools, several in a cell", () => {
  expect(readRights("erasure")).toEqual(["erasure"]);
  expect(readRights("Subject access request; Right to be forgotten")).toEqual(["access", "erasure"]);
  expect(readRights("access, SAR")).toEqual(["access"]);
  expect(readRights("marketing_objection | Löschung")).toEqual(["marketing_objection", "erasure"]);
});

test("a word that is not understood is no guess: the whole cell is said", () => {
  expect(readRights("access, refund")).toBeNull();
  expect(readRights(" ; ")).toBeNull();
});

test("places by code and by name, with the state where it has a law", () => {
  expect(readPlace("DE", "")).toEqual({ country: "DE", region: null });
  expect(readPlace("Deutschland", "Bayern")).toEqual({ country: "DE", region: null });
  expect(readPlace("germany", "")).toEqual({ country: "DE", region: null });
  expect(readPlace("US-CA", "")).toEqual({ country: "US", region: "US-CA" });
  expect(readPlace("USA", "California")).toEqual({ country: "US", region: "US-CA" });
  expect(readPlace("US", "US-VA")).toEqual({ country: "US", region: "US-VA" });
  expect(readPlace("United States", "")).toBeNull();
  expect(readPlace("US", "Bavaria")).toBeNull();
  expect(readPlace("Atlantis", "")).toBeNull();
});

test("ways and states", () => {
  expect(readChannel("Phone")).toBe("telephone");
  expect(readChannel("web form")).toBe("email");
  expect(readChannel("pigeon")).toBeNull();
  expect(isEnded("Closed")).toBe(true);
  expect(isEnded("in progress")).toBe(false);
});
