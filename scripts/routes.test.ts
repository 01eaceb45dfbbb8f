import { beforeAll, describe, expect, it } from "vitest";
import { listRoutes, type Route } from "./routes";

let routes: Route[];
beforeAll(async () => {
  routes = await listRoutes();
}, 120_000);

const name = ({ method, path }: Route) => `${method} ${path}`;

// Whoever comes: the portal's questions, and the doors at which people become somebody. A new page is not public by
// being forgotten; it has to be written down here.
const open: readonly string[] = [
  "GET /",
  "GET /[organisation]",
  "GET /[organisation]/a/[token]",
  "GET /[organisation]/agent",
  "GET /[organisation]/account",
  "GET /[organisation]/account/[token]",
  "GET /[organisation]/account/sign-in",
  "GET /[organisation]/ask",
  "GET /[organisation]/ask/[question]",
  "GET /[organisation]/ask/check",
  "GET /[organisation]/ask/sent",
  "GET /[organisation]/c/[token]",
  "GET /[organisation]/confirm",
  "GET /[organisation]/find",
  "GET /[organisation]/find/sent",
  "GET /[organisation]/language/[language]",
  "GET /[organisation]/left",
  "GET /[organisation]/n/[token]",
  "GET /[organisation]/new-address",
  "GET /[organisation]/notices",
  "GET /[organisation]/preferences",
  "GET /[organisation]/t/[token]",
  "GET /[organisation]/tasks",
  "GET /api/auth/[...nextauth]",
  "GET /api/fault/[id]",
  "GET /api/health",
  "GET /console/first-administrator",
  "GET /console/join",
  "GET /console/join/[token]",
  "GET /console/sign-in/[[...to]]",
  "GET /console/weekly/stop",
  "GET /console/weekly/stop/[token]",
];

describe("V8.2.1: every route says who may come in", () => {
  it("finds the routes", () => {
    expect(routes.map(name)).toEqual(expect.arrayContaining(["GET /[organisation]", "POST /[organisation]/ask/send"]));
  });
  it("what calls no gate is written down as open", () => {
    expect(
      routes
        .filter(({ actor, method }) => actor === null && method === "GET")
        .map(name)
        .filter((route) => !open.includes(route)),
    ).toEqual([]);
  });
  it("what is written down as open calls no gate", () => {
    expect(
      routes
        .filter(({ actor }) => actor !== null && actor !== "anyone")
        .map(name)
        .filter((route) => open.includes(route)),
    ).toEqual([]);
  });
  it("a request's own addresses open for the person or for staff only", () => {
    const wrong = routes.filter(
      ({ path, actor }) => path.includes("[reference]") && actor !== "person" && actor !== "staff",
    );
    expect(wrong.map(name)).toEqual([]);
  });
  it("a person's key opens no console, and a member of staff's no portal page", () => {
    const wrong = routes.filter(({ path, actor }) => actor === (path.startsWith("/console") ? "person" : "staff"));
    expect(wrong.map(name)).toEqual([]);
  });
});

describe("V2.4.1, ATK-N10: whatever changes something goes through the doorman", () => {
  it("and has a limit; the framework's own sign-out is the one exception", () => {
    const loose = routes.filter(
      ({ method, limit, actor }) => method !== "GET" && method !== "HEAD" && (limit === null || actor === null),
    );
    expect(loose.map(name)).toEqual(["POST /api/auth/[...nextauth]"]);
  });
  it("by POST and nothing else", () => {
    expect(routes.filter(({ method }) => !["GET", "HEAD", "POST"].includes(method)).map(name)).toEqual([]);
  });
  it("and every doorman has a name of its own, or two forms would share one counter", () => {
    const names = routes.filter(({ limit }) => limit).map(({ gate }) => gate);
    expect(names.filter((gate, place) => names.indexOf(gate) !== place)).toEqual([]);
  });
});
