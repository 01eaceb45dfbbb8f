import { systemTurn } from "@/app/console/settings/systems/system-turn";
import { stopSystems } from "@/lib/commands/change-system";

export const POST = systemTurn({
  name: "stop asking systems",
  done: ({ stop }) => (stop ? "stopped" : "resumed"),
  turn: ({ staff, organisation }, { stop }, now) => stopSystems(staff, { organisation, stop: stop === "yes" }, now),
});
