import { chooseColumns } from "@/lib/commands/backlog/choose-columns";
import { backlogColumnsForm } from "@/lib/forms/console-backlog";
import { importPost } from "../import-post";

export const POST = importPost({
  name: "console import columns",
  schema: ({ view, organisation }) =>
    backlogColumnsForm(view.table?.heads.length ?? 0, organisation.profile.languages.offered),
  run: ({ staff, view: { id } }, settings) => chooseColumns(staff, { id, settings }),
});
