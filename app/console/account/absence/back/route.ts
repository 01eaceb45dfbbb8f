import { absencePost } from "@/app/console/account/absence-door";

export const POST = absencePost("say that oneself is here after all", { whose: "own", back: true });
