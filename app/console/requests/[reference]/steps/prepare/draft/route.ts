import { draftDoor } from "@/app/console/requests/draft-door";

/** The answer's form posts its files along; a draft keeps none of them. */
export const POST = draftDoor({ name: "console answer draft", maxBytes: 110_000_000, only: "prepare" });
