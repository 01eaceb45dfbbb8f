// Decides where somebody may be led after signing in: to a page of the console, by path alone, so that neither another
// host (ATK-S5) nor anything typed can ride along (ASVS V3.7.2, V14.2.1).
import "server-only";

const segment = /^(?!\.{1,2}$)[A-Za-z0-9._~-]{1,80}$/;

/** `requests/H4K2-9QTM-7` → `/console/requests/H4K2-9QTM-7`; anything else → `/console`. */
export function returnPath(rest: string | null | undefined): string {
  const segments = (rest ?? "").split("/").filter((part) => part !== "");
  if (segments.length === 0 || segments.length > 6) return "/console";
  if (!segments.every((part) => segment.test(part)) || segments[0] === "sign-in") return "/console";
  return `/console/${segments.join("/")}`;
}

/** The sign-in page that leads back to a path of the console. */
export function signInPath(from: string | null): string {
  const safe = returnPath(/^\/console\/(.*)$/.exec(from ?? "")?.[1]);
  return safe.replace(/^\/console/, "/console/sign-in");
}
