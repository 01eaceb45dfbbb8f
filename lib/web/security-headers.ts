// Decides what every response says to the browser. Answers to ASVS 5.0 V3.4 and security of processing (GDPR Art. 32).

/** Headers of every response, errors and redirects included. */
export const fixedHeaders: Readonly<Record<string, string>> = {
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "X-Robots-Tag": "noindex",
};

/**
 * Content policy of pages. Scripts run by nonce only; styles need no nonce because ours come as files, and the
 * framework's inline style attributes are not executable.
 */
export function pagePolicy(nonce: string, developing: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** A file somebody uploaded or an answer's file: never a page, never a script, whatever its bytes say. */
export const downloadPolicy = "sandbox; default-src 'none'";

/** Addresses that answer with files. What proxy.ts says wins over the route's own header, so it must know them. */
export function isDownload(path: string): boolean {
  return /\/(files\/[^/]+|receipt\.json|csv|cover\/[^/]+\/picture)\/?$/.test(path);
}

export const personalCaching = "private, no-store";
