// The Colorado Privacy Act as data: C.R.S. 6-1-1301 to 6-1-1313 and 4 CCR 904-3; counting by C.R.S. 2-4-108.
import { calendarDate } from "../calendar-date";
import { type AfterProcedure, days, type Law, notRead, read } from "../law";
import { stateRequest } from "./state-act";

const roll = { over: "weekends_and_holidays", citation: read("C.R.S. 2-4-108(2)") } as const;

const request = stateRequest({
  answer: read("C.R.S. 6-1-1306(2)(a)"),
  extension: notRead("C.R.S. 6-1-1306(2)(b)"),
  roll,
  reason: "the reasons for the delay",
});

const appeal: AfterProcedure = {
  answer: { span: days(45), setBy: "law", promptly: null, citation: notRead("C.R.S. 6-1-1306(3)(b)") },
  acknowledge: null,
  extension: {
    total: days(105),
    notice: days(45),
    noticeRunsFrom: "start",
    grounds: ["complexity", "number_of_requests"],
    mustSay: ["the reasons for the delay"],
    citation: notRead("C.R.S. 6-1-1306(3)(b): sixty more days"),
  },
  roll,
  opens: {
    on: "refusal",
    rights: "every",
    inForce: null,
    citation: notRead("C.R.S. 6-1-1306(3)(a): within a reasonable period after the notice"),
  },
};

export const usCoCpa: Law = {
  id: "us_co_cpa",
  name: "Colorado CPA",
  title: "Colorado Privacy Act",
  versions: [{ version: "us_co_cpa/2023-07-01", inForce: calendarDate("2023-07-01"), change: "The Act applies." }],
  start: read("C.R.S. 6-1-1306(2)(a); C.R.S. 2-4-108(1) excludes the first day"),
  request,
  byRight: {},
  agency: null,
  after: { appeal },
  pauses: [],
  nothingElseStops: read("C.R.S. 6-1-1306(2)(a): 45 days after receipt"),
  fee: null,
  refusal: {
    mustSay: ["reasons_for_not_acting", "how_to_appeal", "categories_kept", "appeal_denied_contact"],
    citation: notRead("C.R.S. 6-1-1306(2)–(3); 4 CCR 904-3 Rule 4.06"),
  },
  territory: {
    countries: [],
    regions: ["US-CO"],
    followsEstablishment: false,
    citation: notRead("C.R.S. 6-1-1303(6): a consumer is a Colorado resident"),
  },
};
