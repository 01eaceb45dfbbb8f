import "server-only";
import { cookies } from "next/headers";
import { type Theme, themes } from "@/lib/forms/staff-forms";
import { cookieName } from "./cookies";

/** The theme that was chosen in this browser; undefined: as the machine has it. */
export async function chosenTheme(): Promise<Theme | undefined> {
  const chosen = (await cookies()).get(cookieName("habeas_theme"))?.value;
  return themes.find((theme) => theme === chosen);
}
