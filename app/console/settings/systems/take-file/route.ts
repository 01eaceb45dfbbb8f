import { systemTurn } from "@/app/console/settings/systems/system-turn";
import { takeFiledSystem } from "@/lib/commands/change-system";

export const POST = systemTurn({
  name: "take what the file says of a system",
  done: () => "filed",
  turn: ({ staff, organisation }, { id }, now) => takeFiledSystem(staff, { organisation, id }, now),
});
