// The Connecticut Data Privacy Act as data: Conn. Gen. Stat. §§42-515 to 42-526, with SB 1295 from 1 July 2026.
import { calendarDate } from "../calendar-date";
import { type Law, notRead, read } from "../law";
import { stateAppeal, stateRequest } from "./state-act";

const roll = { over: "nothing", citation: read("Conn. Gen. Stat. §42-518(c); project decision D5") } as const;

const request = stateRequest({
  answer: read("Conn. Gen. Stat. §42-518(c)(1)"),
  extension: read("Conn. Gen. Stat. §42-518(c)(1)"),
  roll,
});

const appeal = stateAppeal({
  answer: read("Conn. Gen. Stat. §42-518(d)"),
  opens: notRead("Conn. Gen. Stat. §42-518(d): within a reasonable period after the decision"),
  roll,
});

export const usCtCtdpa: Law = {
  id: "us_ct_ctdpa",
  name: "Connecticut CTDPA",
  title: "Connecticut Data Privacy Act",
  versions: [
    { version: "us_ct_ctdpa/2023-07-01", inForce: calendarDate("2023-07-01"), change: "The Act applies." },
    {
      version: "us_ct_ctdpa/2026-07-01",
      inForce: calendarDate("2026-07-01"),
      change:
        "SB 1295: inferences, list of third parties, contest of profiling; no Social Security numbers in answers.",
    },
  ],
  start: notRead("Conn. Gen. Stat. §42-518(c)(1): after receipt, the day of receipt not counted"),
  request,
  byRight: {},
  agency: null,
  after: { appeal },
  pauses: [],
  nothingElseStops: read("Conn. Gen. Stat. §42-518(c)(1): 45 days after receipt"),
  fee: null,
  noProof: {
    rights: ["opt_out_sale_sharing"],
    forbids: false,
    citation: notRead("Conn. Gen. Stat. §42-518(c)(4): an opt-out need not be authenticated"),
  },
  refusal: {
    mustSay: ["justification", "how_to_appeal", "appeal_denied_online"],
    citation: read("Conn. Gen. Stat. §42-518(c)(2) and (d)"),
  },
  territory: {
    countries: [],
    regions: ["US-CT"],
    followsEstablishment: false,
    citation: notRead("Conn. Gen. Stat. §42-515: a consumer is a resident of the state"),
  },
};
