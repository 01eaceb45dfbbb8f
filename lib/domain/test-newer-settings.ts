import type { NeedCase } from "./test-contest-needs";
import { someSettings } from "./test-request";

const settings = { pinned: someSettings(), newest: someSettings({ version: 2, promiseDays: 9 }) };

/** When newer settings may be taken over for a request; date-move.test.ts has the dates. */
export const newerDateCase: NeedCase = {
  met: { settings, adopting: 2 },
  unmet: [
    ["date_stays", {}],
    ["changed_meanwhile", { adopting: 2 }],
  ],
};
