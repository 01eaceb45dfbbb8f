import { stepDoor } from "@/app/console/requests/step-door";

export const POST = stepDoor({ name: "console step", maxBytes: 131_072 });
