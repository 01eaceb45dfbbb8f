import { expect, it } from "vitest";
import { packageRun } from "@/bench/measure-package";

// What the process takes by itself differs with the machine and its load; 150 MB of rows held at once, as text and as objects,
// would be far more than what is allowed beside it. `npm run bench` holds 2 GB against 300 MB.
it("the package is a stream: 150 MB of rows take hardly more memory than one", () => {
  const one = packageRun(1);
  const many = packageRun(150);
  expect(many.archive).toBeGreaterThan(10);
  expect(many.peakMegabytes - one.peakMegabytes).toBeLessThan(150);
}, 300_000);
