import { taskTurnDoor } from "@/app/console/requests/task-door";
import { cancelTask } from "@/lib/commands/tasks/turn-task";

/** Takes one question back. */
export const POST = taskTurnDoor({ name: "take a question back", step: "cancel_task", turn: cancelTask });
