import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { UndeliveredNotice } from "@/components/console/undelivered-notice";
import { calendarDate } from "@/lib/domain/calendar-date";
import type { Undelivered } from "@/lib/domain/undelivered-letters";

const letter = (kind: Undelivered["letter"], letterId: string = kind) => ({
  letterId,
  letter: kind,
  on: calendarDate("2026-12-14"),
});
const said = (...letters: Undelivered[]) =>
  renderToStaticMarkup(createElement(UndeliveredNotice, { letters })).replace(/<[^>]*>/g, "");

it("GDPR Art. 12(3): says of which step the person does not know, since when, and what to do", () => {
  const words = said(letter("extended"));
  expect(words).toContain("The letter about the extension did not leave");
  expect(words).toContain("The person does not know, since Mon 14 Dec 2026.");
  expect(words).toContain("GDPR Art. 12(3)");
  expect(words).toContain("send it again from the outbox");
});

it("names each matter once, and is silent when every letter left", () => {
  expect(said(letter("extended"), letter("new_message", "a"), letter("new_message", "b"))).toContain(
    "The letter about the extension, and the one about a message from us did not leave",
  );
  expect(said()).toBe("");
});
