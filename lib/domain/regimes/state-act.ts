// The shape that the privacy acts of Virginia, Colorado, Connecticut and Texas share: 45 days, once 45 more, an appeal.
// Each act brings its own citations, its own roll, and whatever it says differently.
import { type Citation, days, type Procedure } from "../law";

type StateAct = { answer: Citation; extension: Citation; roll: Procedure["roll"]; reason?: string };

/** 45 days from receipt; 90 in total when the reason is told inside the first 45. */
export function stateRequest({
  answer,
  extension,
  roll,
  reason = "the reason for the extension",
}: StateAct): Procedure {
  return {
    answer: { span: days(45), setBy: "law", promptly: "without undue delay", citation: answer },
    acknowledge: null,
    extension: {
      total: days(90),
      notice: days(45),
      noticeRunsFrom: "start",
      grounds: ["complexity", "number_of_requests"],
      mustSay: [reason],
      citation: extension,
    },
    roll,
  };
}

/** An appeal to the controller, decided in 60 days and never later. */
export function stateAppeal({ answer, roll }: Pick<StateAct, "answer" | "roll">): Procedure {
  return {
    answer: { span: days(60), setBy: "law", promptly: null, citation: answer },
    acknowledge: null,
    extension: null,
    roll,
  };
}
