import { absencePost } from "@/app/console/account/absence-door";

export const POST = absencePost("say that a member is here after all", { whose: "member", back: true });
