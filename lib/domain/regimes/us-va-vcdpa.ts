// The Virginia Consumer Data Protection Act as data: Va. Code §§59.1-575 to 59.1-584.
import { calendarDate } from "../calendar-date";
import { type Law, notRead, read } from "../law";
import { stateAppeal, stateRequest } from "./state-act";

// Va. Code 1-210(E) is a general rule that no regulator applies here: project decision D5 shows the day itself.
const roll = { over: "nothing", citation: read("Va. Code §59.1-577(B); project decision D5") } as const;

const request = stateRequest({
  answer: read("Va. Code §59.1-577(B)(1)"),
  extension: read("Va. Code §59.1-577(B)(1)"),
  roll,
});

const appeal = stateAppeal({
  answer: read("Va. Code §59.1-577(C)"),
  opens: notRead("Va. Code §59.1-577(C): within a reasonable period after the decision"),
  roll,
});

export const usVaVcdpa: Law = {
  id: "us_va_vcdpa",
  name: "Virginia VCDPA",
  title: "Virginia Consumer Data Protection Act",
  versions: [{ version: "us_va_vcdpa/2023-01-01", inForce: calendarDate("2023-01-01"), change: "The Act applies." }],
  start: read("Va. Code §59.1-577(B)(1); §1-210(A) excludes the first day"),
  request,
  byRight: {},
  agency: null,
  after: { appeal },
  pauses: [],
  nothingElseStops: read("Va. Code §59.1-577(B): 45 days from receipt"),
  fee: null,
  refusal: {
    mustSay: ["justification", "how_to_appeal", "appeal_denied_online"],
    citation: read("Va. Code §59.1-577(B)(2) and (C)"),
  },
  territory: {
    countries: [],
    regions: ["US-VA"],
    followsEstablishment: false,
    citation: notRead("Va. Code §59.1-575: a consumer is a resident of the Commonwealth"),
  },
};
