import { NextResponse } from "next/server";
import { presentHere } from "@/app/console/requests/presence-desk";
import { watchingRequestDesk } from "@/app/console/staff-gate";
import { isStaffStep } from "@/components/console/step-words";
import { leavePage } from "@/lib/commands/be-present";
import { one } from "@/lib/forms/kept-values";
import { notFoundAnswer } from "@/lib/web/fault-page";
import { faultLanguage } from "@/lib/web/fault-words";
import { formDoor } from "@/lib/web/form-door";

type Params = { reference: string };

/** The sign of life of an open page, answered with who else is there. It keeps no session open and is no look of the record. */
export const POST = formDoor<Params>(
  {
    name: "be present",
    actor: "staff",
    // One page beats three times a minute, and a whole office may come from one address.
    limit: { count: 3_000, seconds: 60 },
    maxBytes: 1_000,
    givesBack: false,
  },
  async ({ http, typed, now }, { reference }) => {
    const desk = await watchingRequestDesk(reference);
    if (!desk) return notFoundAnswer(faultLanguage(http));
    const writes = one(typed, "activity");
    const activity = isStaffStep(writes) ? writes : "";
    if (one(typed, "gone") !== "") {
      await leavePage(desk.staff, { ...desk, activity }, now);
      return new NextResponse(null, { status: 204 });
    }
    const here = await presentHere(desk, { activity, by: "beat" }, now);
    return NextResponse.json({ here }, { headers: { "Cache-Control": "no-store" } });
  },
);
