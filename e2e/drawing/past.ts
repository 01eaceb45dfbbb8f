import { ensureBuilt } from "@/scripts/build-portal";
import { generateClient } from "@/scripts/generate-client";
import { forget, type OwnPortal, startOwnPortal } from "../own-portal";
import { fileConfirmed } from "../raw-filing";
import { takeNow } from "../raw-staff";
import { type RawVisitor, rawVisitor } from "../raw-visitor";

type Lying = {
  name: string;
  country: string;
  right: string;
  details?: Record<string, string>;
  steps: readonly string[];
};
const everything = { erasure_extent: "everything" };

/** Days ago → what came to AImarkOS then, and how far the desk got with it. */
const past: Readonly<Record<number, readonly Lying[]>> = {
  45: [
    { name: "Ada Example", country: "IE", right: "access", steps: [] },
    { name: "Boris Example", country: "DE", right: "erasure", details: everything, steps: ["begin"] },
    { name: "Chloé Example", country: "FR", right: "access", steps: ["begin", "ask_clarification"] },
    { name: "Dimitris Example", country: "GR", right: "access", steps: ["begin", "accept_proof", "answer"] },
    { name: "Eira Example", country: "SE", right: "access", steps: ["begin", "accept_proof", "answer"] },
  ],
  26: [
    { name: "Filip Example", country: "CZ", right: "access", steps: ["begin", "accept_proof"] },
    { name: "Gaia Example", country: "IT", right: "erasure", details: everything, steps: [] },
    { name: "Hugo Example", country: "ES", right: "access", steps: ["begin", "accept_proof", "answer"] },
  ],
};
const typed = { kind: "address_on_file", words: "Which account do you mean?" };

/**
 * Playwright's global set-up for drawing: a portal that ran some weeks ago, took in requests and answered only some of
 * them, and runs again today. One that is up already is used as it is.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_BASE_URL) return undefined;
  generateClient();
  await ensureBuilt(console.log);
  let portal: OwnPortal | undefined;
  for (const [daysAgo, arrived] of Object.entries(past).reverse()) {
    portal = await startOwnPortal({ daysAgo: Number(daysAgo), dataFolder: portal?.dataFolder });
    for (const [place, lying] of arrived.entries()) await live(portal, lying, `late-${daysAgo}-${place}@example.com`);
    await portal.stop();
  }
  const now = await startOwnPortal({ dataFolder: portal?.dataFolder });
  process.env.E2E_BASE_URL = now.base;
  process.env.E2E_DATA_DIR = now.dataFolder;
  process.env.E2E_READY = `${now.dataFolder}/ready.json`;
  return async () => {
    await now.stop();
    forget(now);
  };
}

async function live(portal: OwnPortal, { steps, ...asked }: Lying, email: string): Promise<void> {
  const visitor = rawVisitor({ base: portal.base });
  const { reference } = await fileConfirmed(visitor, { organisation: "aimarkos", ...asked, email });
  const handler = await signedIn(portal, "handler");
  for (const step of steps) {
    if (step === "answer") await answer(portal, handler, reference);
    else await takeNow(handler, reference, step, typed);
  }
}

async function answer(portal: OwnPortal, handler: RawVisitor, reference: string): Promise<void> {
  const words = { words: "The file holds all that we have.", "outcome-access": "granted" };
  await takeNow(handler, reference, "prepare", words);
  const approver = await signedIn(portal, "approver");
  await takeNow(approver, reference, "release");
}

async function signedIn(portal: OwnPortal, role: string): Promise<RawVisitor> {
  const staff = rawVisitor({ base: portal.base });
  await staff.post("/console/sign-in/enter", { ...portal.signIn(role), code: "", to: "" });
  return staff;
}
