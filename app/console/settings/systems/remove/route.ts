import { systemTurn } from "@/app/console/settings/systems/system-turn";
import { removeSystem } from "@/lib/commands/change-system";

export const POST = systemTurn({
  name: "take a system out",
  done: () => "removed",
  turn: ({ staff, organisation }, { id, version }, now) => removeSystem(staff, { organisation, id, version }, now),
});
