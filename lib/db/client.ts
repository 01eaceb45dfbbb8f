import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/generated/prisma/client";
import { settings } from "@/lib/settings";

// Next reloads modules in development; one pool for each process all the same.
const held = globalThis as typeof globalThis & { habeasDatabase?: PrismaClient };

/**
 * The one connection pool, as the app's own role: it owns nothing and cannot step around row-level security.
 * Statement and lock time-outs are short on purpose: a hanging database must become a clear page, not a hanging one.
 */
export function database(): PrismaClient {
  held.habeasDatabase ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: settings().databaseUrl,
      max: 10,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 10_000,
      lock_timeout: 5_000,
    }),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  });
  return held.habeasDatabase;
}

/** Ends the pool; for scripts and tests. */
export async function closeDatabase(): Promise<void> {
  await held.habeasDatabase?.$disconnect();
  held.habeasDatabase = undefined;
}
