import { expect, it } from "vitest";
import { packageRun } from "@/bench/measure-package";

// 150 MB of rows held at once are far more than this beside what the process itself takes; `npm run bench` does it with 2 GB.
it("the package is a stream: 150 MB of rows go through under 300 MB at the peak", () => {
  const { archive, peakMegabytes } = packageRun(150);
  expect(archive).toBeGreaterThan(10);
  expect(peakMegabytes).toBeLessThan(300);
}, 180_000);
