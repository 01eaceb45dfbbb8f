import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { isOwnHost } from "@/lib/web/origin-check";
import { downloadPolicy, fixedHeaders, isDownload, pagePolicy } from "@/lib/web/security-headers";

const methods = new Set(["GET", "HEAD", "POST"]);

/** Sets headers and nonces and never authorises: who may see what is decided where the data is. */
export function proxy(http: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const policy = pagePolicy(nonce, process.env.NODE_ENV === "development");
  const refused = refusalOf(http);
  const answer = refused ?? NextResponse.next({ request: { headers: forwarded(http, nonce, policy) } });
  for (const [name, value] of Object.entries(fixedHeaders)) answer.headers.set(name, value);
  answer.headers.set("Content-Security-Policy", isDownload(http.nextUrl.pathname) ? downloadPolicy : policy);
  return answer;
}

function refusalOf(http: NextRequest): NextResponse | null {
  if (!methods.has(http.method)) return plain(405, "This address takes no such request.", { Allow: "GET, HEAD, POST" });
  // The framework fails on these while it looks for the page, before anything of ours could answer.
  if (!isReadable(http.nextUrl.pathname)) return plain(400, "This address cannot be read.");
  const baseUrl = process.env.HABEAS_BASE_URL;
  if (baseUrl && !isOwnHost(http.headers.get("host"), baseUrl)) return plain(421, "This desk has another address.");
  return null;
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function plain(status: number, words: string, headers: Record<string, string> = {}): NextResponse {
  return new NextResponse(`${words}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });
}

function forwarded(http: NextRequest, nonce: string, policy: string): Headers {
  const headers = new Headers(http.headers);
  headers.set("x-nonce", nonce);
  headers.set("Content-Security-Policy", policy);
  headers.set("x-habeas-path", http.nextUrl.pathname);
  return headers;
}

export const config = { matcher: ["/((?!_next/static|favicon.ico).*)"] };
