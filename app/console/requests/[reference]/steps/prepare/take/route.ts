import { stepDoor } from "@/app/console/requests/step-door";

/** Room for the answer's files. */
export const POST = stepDoor({ name: "console prepare", maxBytes: 110_000_000, only: "prepare" });
