// The shape that the privacy acts of Virginia, Colorado, Connecticut and Texas share: 45 days, once 45 more, an appeal.
// Each act brings its own citations, its own roll, and whatever it says differently.
import { type AfterProcedure, type Citation, days, type Procedure } from "../law";

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

/** An appeal to the controller against a refusal, decided in 60 days and never later. `opens`: who says that it may be made. */
export function stateAppeal({
  answer,
  opens,
  roll,
}: Pick<StateAct, "answer" | "roll"> & { opens: Citation }): AfterProcedure {
  return {
    answer: { span: days(60), setBy: "law", promptly: null, citation: answer },
    acknowledge: null,
    extension: null,
    roll,
    opens: { on: "refusal", rights: "every", inForce: null, citation: opens },
  };
}
