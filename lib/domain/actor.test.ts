import { expect, it } from "vitest";
import { type Actor, rolesOf, signatureOf } from "./actor";

const organisationId = "o";
const staff: Actor = { kind: "staff", organisationId, staffId: "s", roles: ["handler", "dpo"] };
const person: Actor = { kind: "person", organisationId, requestId: "r", proven: true };
const visitor: Actor = { kind: "visitor", organisationId };
const system: Actor = { kind: "system", organisationId, task: "remind" };
const owner: Actor = { kind: "owner", organisationId, requestId: "r", taskId: "t", system: "crm" };

it("gives staff the roles they hold, and everybody else the one they are", () => {
  expect([staff, person, visitor, system, owner].map(rolesOf)).toEqual([
    ["handler", "dpo"],
    ["person"],
    [],
    ["system"],
    ["owner"],
  ]);
});

it("signs the record with an id or a task and never with a name", () => {
  expect([staff, person, visitor, system, owner].map(signatureOf)).toEqual([
    { actorKind: "staff", actorId: "s" },
    { actorKind: "person", actorId: null },
    { actorKind: "visitor", actorId: null },
    { actorKind: "system", actorId: "remind" },
    { actorKind: "owner", actorId: "crm" },
  ]);
});
