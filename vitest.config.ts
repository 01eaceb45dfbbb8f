import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: { "@": root, "server-only": `${root}scripts/server-only-outside-next.ts` },
  },
  test: {
    include: [
      "lib/**/*.test.ts",
      "emails/**/*.test.ts",
      "scripts/**/*.test.ts",
      "app/**/*.test.ts",
      "components/**/*.test.ts",
    ],
    globalSetup: ["scripts/test-database-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // The law has no branch that no test has taken: `npx vitest run lib/domain --coverage` fails below that.
    coverage: {
      provider: "v8",
      include: ["lib/domain/**/*.ts"],
      exclude: ["**/*.test.ts", "**/test-*.ts"],
      thresholds: { "lib/domain/**/*.ts": { branches: 100 } },
    },
  },
});
