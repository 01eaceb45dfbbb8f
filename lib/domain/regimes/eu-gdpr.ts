// The General Data Protection Regulation as data: Arts 3, 12, 15–22, 77 and 79; counting by Regulation 1182/71.
import { calendarDate } from "../calendar-date";
import { type Law, months, notRead, type Procedure, read } from "../law";
import { eeaCountries } from "../places";

const counting = read("Regulation 1182/71 Art. 3(1); EDPB Guidelines 01/2022 §§157–160");
const formula = "EDPB Guidelines 01/2022 §159; day formula: project decision D1";

const request: Procedure = {
  answer: {
    span: months(1),
    setBy: "law",
    promptly: "without undue delay",
    citation: read("GDPR Art. 12(3); EDPB Guidelines 01/2022 §160"),
  },
  acknowledge: null,
  extension: {
    total: months(3),
    notice: months(1),
    noticeRunsFrom: "start",
    grounds: ["complexity", "number_of_requests"],
    mustSay: ["the reasons for the delay"],
    citation: read("GDPR Art. 12(3) second and third sentences; EDPB Guidelines 01/2022 §§162–164"),
  },
  roll: { over: "weekends_and_holidays", citation: read("Regulation 1182/71 Art. 3(4); EDPB Guidelines 01/2022 §161") },
};

export const euGdpr: Law = {
  id: "eu_gdpr",
  name: "EU GDPR",
  title: "General Data Protection Regulation (EU) 2016/679",
  versions: [{ version: "eu_gdpr/2018-05-25", inForce: calendarDate("2018-05-25"), change: "The Regulation applies." }],
  start: counting,
  request,
  byRight: {},
  agency: null,
  after: {},
  pauses: [
    {
      ground: "identity",
      condition: "reasonable_doubts",
      rights: "every",
      effect: "stops_after_asking",
      citation: read(`GDPR Art. 12(6); ${formula}`),
    },
    {
      ground: "clarification",
      condition: "large_quantity",
      // Recital 63 speaks of access alone: there is nothing to narrow down in any other right.
      rights: ["access"],
      effect: "stops_after_asking",
      citation: read(`GDPR recital 63; ${formula}`),
    },
  ],
  nothingElseStops: read("GDPR Art. 12(3)"),
  fee: null,
  refusal: {
    mustSay: ["reasons_each_part", "complaint_to_authority", "court_remedy", "not_identifiable"],
    citation: read("GDPR Art. 12(4); EDPB Guidelines 01/2022 §193"),
  },
  territory: {
    countries: eeaCountries,
    regions: [],
    followsEstablishment: true,
    citation: notRead("GDPR Art. 3(1)–(2); EEA Joint Committee Decision 154/2018"),
  },
};
