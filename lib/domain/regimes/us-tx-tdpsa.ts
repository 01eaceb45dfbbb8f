// The Texas Data Privacy and Security Act as data: Bus. & Com. Code ch. 541; counting by Gov't Code 311.014.
import { calendarDate } from "../calendar-date";
import { type Law, notRead, read } from "../law";
import { stateAppeal, stateRequest } from "./state-act";

const roll = { over: "weekends_and_holidays", citation: read("Tex. Gov't Code 311.014(b)") } as const;

const request = stateRequest({
  answer: read("Tex. Bus. & Com. Code 541.052(b): the 45th day after receipt"),
  extension: read("Tex. Bus. & Com. Code 541.052(c): once"),
  roll,
});

const appeal = stateAppeal({
  answer: notRead("Tex. Bus. & Com. Code 541.053"),
  opens: notRead("Tex. Bus. & Com. Code 541.053(a): within a reasonable period after the decision"),
  roll,
});

export const usTxTdpsa: Law = {
  id: "us_tx_tdpsa",
  name: "Texas TDPSA",
  title: "Texas Data Privacy and Security Act",
  versions: [{ version: "us_tx_tdpsa/2024-07-01", inForce: calendarDate("2024-07-01"), change: "The Act applies." }],
  start: read("Tex. Bus. & Com. Code 541.052(b); Gov't Code 311.014(a) excludes the first day"),
  request,
  byRight: {},
  agency: null,
  after: { appeal },
  pauses: [],
  nothingElseStops: read("Tex. Bus. & Com. Code 541.052(b): the 45th day after receipt"),
  fee: null,
  refusal: {
    mustSay: ["justification", "how_to_appeal", "appeal_denied_online"],
    citation: notRead("Tex. Bus. & Com. Code 541.052–541.053"),
  },
  territory: {
    countries: [],
    regions: ["US-TX"],
    followsEstablishment: false,
    citation: notRead("Tex. Bus. & Com. Code 541.001: a consumer is a resident of the state"),
  },
};
