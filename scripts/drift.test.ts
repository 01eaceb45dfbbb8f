import { afterAll, beforeAll, expect, test } from "vitest";
import { drift } from "./drift";
import { type FreshDatabase, freshDatabase } from "./test-database";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database?.close());

test("the migrations lead to exactly the schema", async () => {
  expect(await drift(database.ownerUrl)).toBeUndefined();
});
