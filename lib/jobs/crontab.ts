import "server-only";

/** When each task runs by itself (UTC). One worker of many takes each turn. */
export const crontab = [
  "*/15 * * * * sweep ?jobKey=sweep&max=3",
  // A decision on an identity paper destroys it within minutes, and no uncovered picture lies there for long.
  "*/5 * * * * purge ?jobKey=purge&max=3",
  "37 1 * * * purge_requests ?jobKey=purge_requests&max=3",
  // Every quarter of an hour it is Monday morning somewhere.
  "*/15 * * * * weekly_letters ?jobKey=weekly_letters&max=3",
  "*/5 * * * * sum_figures ?jobKey=sum_figures&max=3",
  "* * * * * heartbeat ?jobKey=heartbeat&max=1",
  "23 2 * * * checkpoint ?jobKey=checkpoint&max=5",
].join("\n");

/** Tasks that also run once when a worker starts: whatever fell due while nothing ran. */
export const atStart = [
  "heartbeat",
  "sweep",
  "weekly_letters",
  "purge",
  "purge_requests",
  "checkpoint",
  "sum_figures",
] as const;
