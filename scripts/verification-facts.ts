// Writes down for docs/verification.md what holds under every law: kinds of proof, signals, delivery, limits, destruction.
import { challengeLimits } from "@/lib/db/challenges";
import { personSessionLimits } from "@/lib/db/person-sessions";
import { deliveryLevel, deskCodeDays, freshMinutes } from "@/lib/domain/delivery";
import type { DeliveryFactor } from "@/lib/domain/events";
import { matchTriesAtAll } from "@/lib/domain/lifecycle-needs";
import { matchTries } from "@/lib/domain/matching";
import { demandOf, raised, wayWords } from "@/lib/domain/proof-policy";
import { answerFilesDays, identityPaperDays } from "@/lib/domain/request-retention";
import { type RiskSignal, riskSignals, riskThresholds } from "@/lib/domain/risk-signals";
import { authorityKinds, levelNames, type ProofKind, proofKinds } from "@/lib/domain/verification";
import { table } from "./markdown-table";

// Who writes it into the record. The database takes none of them without the event of whoever showed or accepted it.
const records: Readonly<Record<ProofKind, string>> = {
  contact_confirmed:
    "the person, by the link or the code of a letter; the organisation's account where it vouches for it",
  address_on_file: "the organisation's system that knows the address under this name, or a handler who compared it",
  data_points_matched: "a system that compared them, or a handler; which detail failed is told to nobody",
  three_points_matched: "a system that compared them, or a handler; which detail failed is told to nobody",
  signed_in: "the organisation's own sign-in, or a handler who saw it",
  permission_signed: "a handler who looked at it; no proof by itself",
  document_checked:
    "a handler who looked at it; only that it was checked is kept, and a number computed from the file that tells whether it comes again; never what stands on it",
  authority_checked: "a handler who looked at what shows it",
  power_of_attorney: "a handler who looked at it",
  confirmed_by_person: "the person, asked at an address that is on file; a handler only after the person said it",
  declaration: "the person who signs it on their page, or a handler who looked at it; no proof by itself",
};

const factors: readonly (readonly [string, readonly DeliveryFactor[], boolean])[] = [
  ["A code sent now to the address of the request, which is on file", ["code"], true],
  ["A code sent now to an address that is not on file", ["code"], false],
  ["Data points matched again", ["matched"], false],
  ["A fresh sign-in to the organisation's account", ["signed_in"], false],
  ["A code that staff told by telephone or on paper, alone", ["desk_code"], false],
  ["Any two of these", ["code", "desk_code"], false],
];

export function verificationFacts(): string {
  return [kindsPart(), signalsPart(), deliveryPart(), limitsPart(), destroyedPart()].flat().join("\n\n");
}

function kindsPart(): string[] {
  const kinds = Object.entries(proofKinds) as [ProofKind, { level: number; words: string }][];
  return [
    "## What proves what",
    `Levels: ${levelNames.map((name, level) => `${level} ${name}`).join(" · ")}. Above level 0 the address is always confirmed first: who somebody is says nothing about who reads the mailbox. Whoever asks for somebody else needs proof of that as well: ${authorityKinds.map((kind) => proofKinds[kind].words.toLowerCase()).join("; ")}.`,
    table(
      ["Proof", "Level", "Who writes it down"],
      kinds.map(([kind, { words, level }]) => [words, String(level), records[kind]]),
    ),
  ];
}

function signalsPart(): string[] {
  const demand = demandOf({ right: "access", relation: "self", regimes: ["eu_gdpr"] });
  const more = raised(demand, "self");
  const ways = (more.ways ?? []).map((way) => `- ${wayWords(way)}`);
  return [
    "## What raises it",
    `Signals are shown to staff one by one, with what they rest on. There is no score. A signal that raises turns a single match (level ${demand.level}) into level ${more.level}; what needs less or more is left as it is, but an account that would do alone (California) takes a second proof beside it (11 CCR §7061(b)). The person reads the higher demand only after showing what everybody has to show: before that it would tell a stranger that the name is known.`,
    table(
      ["Signal", "Raises"],
      (Object.keys(riskSignals) as RiskSignal[]).map((signal) => [
        riskSignals[signal].words,
        riskSignals[signal].raises ? "yes" : "no, shown only",
      ]),
    ),
    `It is odd from ${riskThresholds.names} names of one network address within a day, and from ${riskThresholds.people} people of one agent within ${riskThresholds.days} days. What was raised stays raised. Then one of these is needed:`,
    ways.join("\n"),
  ];
}

function deliveryPart(): string[] {
  const on = { kind: "address_on_file", on: "2026-01-01" } as Parameters<typeof deliveryLevel>[1]["proofs"][number];
  return [
    "## Before an answer opens",
    `An answer that hands out data (a copy, data to take along, how a machine decided) at level 2 or more, or any with files, opens only after something was shown anew, in the same browser, within ${freshMinutes} minutes. A link alone opens none of these. Files need the proof of every right of the request, whatever was decided.`,
    table(
      ["Shown anew", "Worth"],
      factors.map(([words, by, onFile]) => [words, String(deliveryLevel(by, { proofs: onFile ? [on] : [] }))]),
    ),
  ];
}

function limitsPart(): string[] {
  const { linkDays, codeMinutes, codeTries } = challengeLimits;
  const { idleMinutes, totalHours } = personSessionLimits;
  return [
    "## Limits",
    table(
      ["What", "Limit"],
      [
        ["A link in a letter", `good for ${linkDays} days, once`],
        [
          "A code in a letter",
          `good for ${codeMinutes} minutes and ${codeTries} tries; typed beside the link of its letter, for as long as the link`,
        ],
        [
          "A code that staff tell by another way",
          `good for ${deskCodeDays} days and ${codeTries} tries, once, and worth nothing alone`,
        ],
        [
          "Data points that do not match",
          `${matchTries.count} in ${matchTries.hours} hours and ${matchTriesAtAll} at all for one request; after that a member of staff looks`,
        ],
        ["What was shown anew", `opens the answer for ${freshMinutes} minutes, in one browser`],
        [
          "A person's key to their page",
          `ends after ${idleMinutes} minutes of rest, at the latest after ${totalHours} hours`,
        ],
      ],
    ),
  ];
}

function destroyedPart(): string[] {
  return [
    "## What is destroyed when",
    table(
      ["What", "When"],
      [
        [
          "Documents sent while proof was asked for",
          `when they are accepted or rejected or the request is decided, at the latest ${identityPaperDays} days after they came; the destruction stands in the record and on the person's page`,
        ],
        ["Codes and links", "when they are used or their time is over; only their digests are ever kept"],
        ["The files of an answer", `${answerFilesDays} days after the request is closed`],
        [
          "Every proof, when the address of a request changes",
          "at once: it counts for nothing any more, and the record says so",
        ],
        [
          "Everything else about the request",
          "with the request, as the organisation's retention says; what stays names nobody",
        ],
      ],
    ),
  ];
}
