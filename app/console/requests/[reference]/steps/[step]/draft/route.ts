import { draftDoor } from "@/app/console/requests/draft-door";

export const POST = draftDoor({ name: "console draft", maxBytes: 131_072 });
