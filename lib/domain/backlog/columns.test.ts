import { expect, test } from "vitest";
import { guessColumns, plainHeading } from "./columns";

test("headings of other tools are recognised, whatever their case, signs and accents", () => {
  const heads = ["Request ID", "Full Name", "E-Mail", "Request Type", "Date received", "Country", "Status", "Colour"];
  expect(guessColumns(heads)).toEqual({
    oldReference: 0,
    name: 1,
    email: 2,
    rights: 3,
    receivedOn: 4,
    place: 5,
    state: 6,
  });
  expect(guessColumns(["Eingegangen am", "Betroffene Person", "Anliegen", "Land"])).toEqual({
    receivedOn: 0,
    name: 1,
    rights: 2,
    place: 3,
  });
  expect(guessColumns([])).toEqual({});
});

test("a heading is compared by its letters alone", () => {
  expect(plainHeading("  Wohnort / Länder ")).toBe("wohnort lander");
});
