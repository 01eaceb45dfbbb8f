import { expect, it } from "vitest";
import type { DomainEvent } from "./events";
import { aChain, aReceipt, eventOf, filedOn } from "./test-request";
import { undeliveredLetters } from "./undelivered-letters";

const failed = (letter: string, letterId = letter) =>
  ({ type: "LetterFailed", letterId, letter, permanent: true }) as const satisfies DomainEvent;
const sent = (letter: string) => ({ type: "LetterSent", letterId: letter, letter }) as const;
const again = (letter: string) => ({ type: "LetterOwedAgain", letterId: letter, letter }) as const;
const of = (...events: DomainEvent[]) => undeliveredLetters(aChain(aReceipt(), ...events)).map(({ letter }) => letter);

it("GDPR Art. 12(3): an extension whose letter failed is something the person does not know", () => {
  expect(undeliveredLetters(aChain(aReceipt(), eventOf("DeadlineExtended"), failed("extended", "x")))).toEqual([
    { letterId: "x", letter: "extended", on: filedOn },
  ]);
});

it.each([
  ["one that left", [sent("extended")], []],
  ["one that failed and was sent again", [failed("extended"), again("extended")], []],
  [
    "one that failed, was sent again and failed again",
    [failed("extended"), again("extended"), failed("extended")],
    ["extended"],
  ],
  ["one that failed and left after all", [failed("received"), sent("received")], []],
  ["two, in the order in which they failed", [failed("received"), failed("need_more")], ["received", "need_more"]],
  ["one to staff", [failed("staff_overdue")], []],
  ["a fresh link, which is asked for again", [failed("fresh_link")], []],
  ["a call to confirm", [failed("confirm_address")], ["confirm_address"]],
  ["a call to confirm an address that was confirmed", [failed("confirm_address"), eventOf("ContactConfirmed")], []],
  ["another letter to a confirmed address", [eventOf("ContactConfirmed"), failed("received")], ["received"]],
] as const)("%s", (_, events, expected) => expect(of(...events)).toEqual(expected));
