import { taskTurnDoor } from "@/app/console/requests/task-door";
import { askTaskAgain } from "@/lib/commands/tasks/turn-task";

/** Has one system asked anew. */
export const POST = taskTurnDoor({ name: "ask a system again", step: "ask_task_again", turn: askTaskAgain });
