import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // Only Prisma's own command reads this; the portal migrates by scripts/migrate.ts and connects by lib/db.
  datasource: { url: process.env.HABEAS_OWNER_DATABASE_URL ?? "" },
});
