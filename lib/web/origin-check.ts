// Decides whether a form post came from our own pages. Answers to ASVS V3.5.1; the framework's own check is not relied on.

/** The addresses that count as ours: the configured one and, on loopback, its other names with the same port. */
export function ownOrigins(baseUrl: string): ReadonlySet<string> {
  const { origin, hostname, port, protocol } = new URL(baseUrl);
  const loopback = ["127.0.0.1", "localhost", "[::1]"];
  if (!loopback.includes(hostname)) return new Set([origin]);
  return new Set(loopback.map((name) => `${protocol}//${name}${port ? `:${port}` : ""}`));
}

/**
 * Browsers say where a post comes from in two ways. `Sec-Fetch-Site` cannot be set by a page; with our own
 * `Referrer-Policy: no-referrer` the `Origin` of our own forms is `null` (Fetch standard, "append a request Origin header"),
 * so `null` counts only beside `Sec-Fetch-Site: same-origin`. Neither header: not a browser's form, refused.
 */
export function isOwnPost(headers: Headers, baseUrl: string): boolean {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  if (origin !== null && origin !== "null") return ownOrigins(baseUrl).has(origin);
  return site === "same-origin";
}

/** Whether the Host header names us; anything else must not reach pages that build addresses. */
export function isOwnHost(host: string | null, baseUrl: string): boolean {
  return host !== null && [...ownOrigins(baseUrl)].some((origin) => new URL(origin).host === host.toLowerCase());
}
