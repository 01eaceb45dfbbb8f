import { test as base } from "@playwright/test";
import { forget, type OwnPortal, startOwnPortal } from "./own-portal";

/** For journeys over days: a portal of the test's own that is started anew, on the same data, as of a later day. */
export const test = base.extend<{ portal: { started(daysAgo: number): Promise<OwnPortal> } }>({
  portal: async ({ browserName: _ }, use) => {
    let running: OwnPortal | undefined;
    await use({
      async started(daysAgo) {
        await running?.stop();
        running = await startOwnPortal({ daysAgo, dataFolder: running?.dataFolder });
        return running;
      },
    });
    await running?.stop();
    if (running) forget(running);
  },
});
