import { NextResponse } from "next/server";
import { notFoundAnswer } from "@/lib/web/fault-page";
import { faultLanguage } from "@/lib/web/fault-words";
import { getDoor } from "@/lib/web/get-door";
import { bytesInHand, type PaperParams, paperGate } from "@/lib/web/papers";
import { downloadPolicy, personalCaching } from "@/lib/web/security-headers";

/** The picture that is being covered, written anew by us, for the browser that is covering it and nobody else. */
export const GET = getDoor<PaperParams & { draft: string }>(
  { name: "portal.paper.picture", actor: "person", limit: { count: 600, seconds: 600 } },
  async ({ http, now }, params) => {
    const gate = await paperGate(params, http);
    const { person } = gate ?? {};
    const inside = http.headers.get("sec-fetch-site") !== "cross-site";
    const bytes = gate && person?.proven && inside ? await bytesInHand({ ...gate, person }, params.draft, now) : null;
    if (!bytes) return notFoundAnswer(faultLanguage(http));
    const headers = {
      "Content-Type": "image/jpeg",
      "Content-Length": String(bytes.length),
      // Shown inside the page that covers it; the name says nothing of what it is.
      "Content-Disposition": 'inline; filename="picture.jpg"',
      "Content-Security-Policy": downloadPolicy,
      "Cache-Control": personalCaching,
    };
    return new NextResponse(Buffer.from(bytes), { headers });
  },
);
