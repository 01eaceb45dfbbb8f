// Decides from the record alone whether a request had lapsed on some day, without folding it: by the newest of the events that
// end it for want of an answer, or open it again. Follows from the one table of the lifecycle.
import { type EventType, eventOfStep } from "./events";
import { allEdges, type State } from "./lifecycle";

function eventsThatMove(moves: (from: State, to: State) => boolean): readonly EventType[] {
  const found = allEdges().filter(({ from, to }) => moves(from, to));
  return [...new Set(found.map(({ step }) => eventOfStep[step]))];
}

/** What lets a request lapse. */
export const lapsing = eventsThatMove((from, to) => from !== "lapsed" && to === "lapsed");

/** What opens a lapsed request again. After anything else it is as it was. */
export const reviving = eventsThatMove((from, to) => from === "lapsed" && to !== "lapsed");
