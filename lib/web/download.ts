import "server-only";
import { NextResponse } from "next/server";
import { downloadPolicy, personalCaching } from "./security-headers";

/** A stored file as a download: never shown inside a page, never run, whatever its bytes are (ASVS V3.2.1, V5.4). */
export function downloadAnswer(
  bytes: ReadableStream<Uint8Array>,
  file: { name: string; mediaType: string; size: number },
): NextResponse {
  return new NextResponse(bytes, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.size),
      "Content-Disposition": `attachment; filename="${asciiName(file.name)}"; filename*=UTF-8''${extendedName(file.name)}`,
      "Content-Security-Policy": downloadPolicy,
      "Cache-Control": personalCaching,
    },
  });
}

/** Browsers that fetch a download as script, style or frame are refused (Sec-Fetch-Dest). */
export function isNavigation(headers: Headers): boolean {
  const destination = headers.get("sec-fetch-dest");
  return destination === null || destination === "document" || destination === "empty";
}

// RFC 6266 wants a plain fallback beside the UTF-8 name.
function asciiName(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, "_").replace(/["\\]/g, "_");
}

// RFC 5987 allows fewer signs than an address does; half a character would otherwise stop the download.
function extendedName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
