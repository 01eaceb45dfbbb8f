// Brazil's Lei Geral de Proteção de Dados as data: Lei 13.709/2018 Arts 18–20; counting by Código Civil Art. 132.
import { calendarDate } from "../calendar-date";
import { days, type Law, notRead, type Procedure, read } from "../law";

const request: Procedure = {
  answer: {
    span: days(15),
    setBy: "law",
    promptly: "at once in simplified form",
    citation: read("LGPD Art. 19(II): full statement in 15 days"),
  },
  acknowledge: null,
  extension: null,
  roll: {
    over: "sundays_and_holidays",
    citation: read("Código Civil Art. 132 §1: a 'feriado' moves the end, a Saturday does not"),
  },
};

export const brLgpd: Law = {
  id: "br_lgpd",
  name: "Brazil LGPD",
  title: "Lei Geral de Proteção de Dados (Lei 13.709/2018)",
  versions: [{ version: "br_lgpd/2020-09-18", inForce: calendarDate("2020-09-18"), change: "The law applies." }],
  start: read("LGPD Art. 19(II): from the request; Código Civil Art. 132 excludes the first day"),
  request,
  byRight: {},
  agency: null,
  after: {},
  pauses: [],
  nothingElseStops: read("LGPD Art. 19: 15 days from the request"),
  fee: null,
  refusal: {
    mustSay: ["not_the_agent", "reasons_of_fact_or_law"],
    citation: read("LGPD Art. 18 §4"),
  },
  territory: {
    countries: ["BR"],
    regions: [],
    followsEstablishment: true,
    citation: notRead("LGPD Art. 3"),
  },
};
