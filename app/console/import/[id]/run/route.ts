import { z } from "zod";
import { startBacklog } from "@/lib/commands/backlog/start-backlog";
import { importPost } from "../import-post";

export const POST = importPost({
  name: "console import run",
  schema: () => z.object({}),
  run: ({ staff, organisation, view: { id } }, _, now) => startBacklog(staff, { organisation, id }, now),
});
