import { NextResponse } from "next/server";
import { health } from "@/lib/queries/health";
import { version } from "@/package.json";

/** For those who watch the desk. 503 when no request can be taken; a silent worker alone is no reason. */
export async function GET() {
  const found = await health(new Date());
  return NextResponse.json(
    { ...found, version },
    { status: found.status === "ok" ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
