import "server-only";
import type { NextRequest, NextResponse } from "next/server";
import { type Desk, openDesk, postingDesk, signedOutAnswer } from "@/app/console/staff-gate";
import { mayWriteTemplates } from "@/lib/domain/letter-template";
import type { Typed } from "@/lib/forms/kept-values";
import { notHere } from "@/lib/web/portal-page";

/** The desk for whoever may write templates; for everybody else there is no such page. */
export async function templateDesk(): Promise<Desk> {
  const desk = await openDesk();
  return mayWriteTemplates(desk.staff.roles) ? desk : notHere("/console");
}

/** The same for a POST: null means not found. */
export async function postingTemplateDesk(http: NextRequest, typed: Typed): Promise<Desk | NextResponse | null> {
  const signedOut = await signedOutAnswer(http, typed);
  if (signedOut) return signedOut;
  const desk = await postingDesk();
  return desk && mayWriteTemplates(desk.staff.roles) ? desk : null;
}
