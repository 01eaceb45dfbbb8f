// The organisation's own promise as data: plain days, nothing that stops them, and never an excuse to be later than a law.
import { calendarDate } from "../calendar-date";
import { days, type Law, type Procedure, read } from "../law";

const convention = read("The organisation's own promise; counting: project convention C1");

const request: Procedure = {
  answer: { span: days(30), setBy: "promise", promptly: null, citation: convention },
  acknowledge: null,
  extension: null,
  roll: { over: "nothing", citation: convention },
};

export const contract30d: Law = {
  id: "contract_30d",
  name: "Our promise",
  title: "What the organisation itself has promised",
  versions: [{ version: "contract_30d/c1", inForce: calendarDate("2000-01-01"), change: "Convention C1." }],
  start: convention,
  request,
  byRight: {},
  agency: null,
  after: {},
  pauses: [],
  nothingElseStops: convention,
  fee: null,
  refusal: { mustSay: ["reasons"], citation: convention },
  territory: { countries: [], regions: [], followsEstablishment: true, citation: convention },
};
