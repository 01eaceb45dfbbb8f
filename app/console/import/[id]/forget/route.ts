import { z } from "zod";
import { forgetBacklog } from "@/lib/commands/backlog/forget-backlog";
import { importPost } from "../import-post";

export const POST = importPost({
  name: "console import forget",
  schema: () => z.object({}),
  run: ({ staff, view: { id } }) => forgetBacklog(staff, { id }),
});
