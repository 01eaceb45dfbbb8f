// The California Consumer Privacy Act as data: Civ. Code 1798.100 ff. and Cal. Code Regs. tit. 11 §§7020–7222.
import { calendarDate } from "../calendar-date";
import { type AfterProcedure, businessDays, days, type Law, notRead, type Procedure, read } from "../law";

// No regulator applies the court rule (CCP §12a) to rights requests: project decision D5 shows the day itself.
const roll = { over: "nothing", citation: read("Cal. Code Regs. tit. 11 §7021(b); project decision D5") } as const;

const request: Procedure = {
  answer: {
    span: days(45),
    setBy: "law",
    promptly: null,
    citation: read("Cal. Code Regs. tit. 11 §7021(b): 45 calendar days after receipt"),
  },
  acknowledge: { span: businessDays(10), citation: read("Cal. Code Regs. tit. 11 §7021(a); project decision D6") },
  extension: {
    total: days(90),
    notice: days(45),
    noticeRunsFrom: "start",
    grounds: ["complexity", "number_of_requests"],
    mustSay: ["an explanation of the reason why more time is needed"],
    citation: read("Cal. Code Regs. tit. 11 §7021(b): 90 calendar days in total from receipt"),
  },
  roll,
};

const optOut: Procedure = {
  answer: {
    span: businessDays(15),
    setBy: "law",
    promptly: "as soon as feasibly possible",
    citation: notRead("Cal. Code Regs. tit. 11 §7026(f) (opt-out), §7027(g) (limit)"),
  },
  acknowledge: null,
  extension: null,
  roll,
};

const appeal: AfterProcedure = {
  ...request,
  answer: {
    span: days(45),
    setBy: "law",
    promptly: null,
    citation: read("Cal. Code Regs. tit. 11 §7021(a)–(b) as amended 1 Jan 2026 (appeal of an automated decision)"),
  },
  opens: {
    on: "refusal",
    rights: ["automated_decision_review"],
    inForce: calendarDate("2027-01-01"),
    citation: read("Cal. Code Regs. tit. 11 Art. 11: appeal of an automated decision, for use from 1 Jan 2027"),
  },
};

export const usCaCcpa: Law = {
  id: "us_ca_ccpa",
  name: "California CCPA",
  title: "California Consumer Privacy Act and its regulations",
  versions: [
    { version: "us_ca_ccpa/2023-03-29", inForce: calendarDate("2023-03-29"), change: "CPRA regulations in force." },
    {
      version: "us_ca_ccpa/2026-01-01",
      inForce: calendarDate("2026-01-01"),
      change: "Amended regulations: opt-outs are confirmed; look-back to 1 Jan 2022.",
    },
    {
      version: "us_ca_ccpa/2027-01-01",
      inForce: calendarDate("2027-01-01"),
      change: "Automated decision-making: access, opt-out and appeal.",
    },
  ],
  start: read("Cal. Code Regs. tit. 11 §7021(b): runs from receipt; Gov. Code 6800 excludes the first day"),
  request,
  byRight: { opt_out_sale_sharing: optOut, limit_sensitive: optOut },
  agency: null,
  after: { appeal },
  pauses: [],
  nothingElseStops: read("Cal. Code Regs. tit. 11 §7021(b): regardless of the time required to verify"),
  fee: null,
  noProof: {
    rights: ["opt_out_sale_sharing", "limit_sensitive"],
    forbids: true,
    citation: read("11 CCR §§7026(d), 7027(e), 7060(b): no verifiable request, only what is needed to act"),
  },
  refusal: {
    mustSay: [
      "basis_of_denial",
      "could_not_verify",
      "rest_is_deleted",
      "offer_to_opt_out",
      "treated_as_categories",
      "why_fraud",
    ],
    citation: read("Cal. Code Regs. tit. 11 §§7022–7024, 7026"),
  },
  territory: {
    countries: [],
    regions: ["US-CA"],
    followsEstablishment: false,
    citation: notRead("Civ. Code 1798.140(i): a consumer is a California resident"),
  },
};
