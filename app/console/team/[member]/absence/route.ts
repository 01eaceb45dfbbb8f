import { absencePost } from "@/app/console/account/absence-door";

export const POST = absencePost("say that a member is away", { whose: "member", back: false });
