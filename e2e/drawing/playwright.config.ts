import { defineConfig } from "@playwright/test";
import journeys from "../../playwright.config";

// Not a test run: the same portal, walked once to draw its pages.
export default defineConfig({
  ...journeys,
  testDir: ".",
  testMatch: "*-drawing.ts",
  globalSetup: "./past.ts",
  outputDir: "../../test-results/drawing",
  workers: 1,
  timeout: 600_000,
  reporter: "list",
});
