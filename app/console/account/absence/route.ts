import { absencePost } from "@/app/console/account/absence-door";

export const POST = absencePost("say that oneself is away", { whose: "own", back: false });
