import { letterName } from "@/components/console/event-sentence";

/** What happened to the organisation rather than to a request, as a sentence. Unknown types are shown as they are. */
export function organisationSentence(
  event: Readonly<{ type: string } & Record<string, unknown>>,
  nameOf: (staffId: string) => string,
): string {
  const who = typeof event.staffId === "string" ? nameOf(event.staffId) : "somebody";
  const roles = typeof event.roles === "string" ? event.roles.split(" ").join(", ") : "";
  switch (event.type) {
    case "StaffSignedIn":
      return `${who} signed in`;
    case "StaffSignInRefused":
      return `Sign-in refused for ${who}`;
    case "StaffSignedOut":
      return `${who} signed out`;
    case "StaffSessionsEnded":
      return `Sessions of ${who} ended`;
    case "StaffPasswordChanged":
      return `${who} changed the password`;
    case "StaffSecondFactorEnrolled":
      return `${who} set up a second factor`;
    case "StaffSecondFactorRemoved":
      return `Second factor of ${who} taken off`;
    case "StaffInvited":
      return `Somebody was invited as ${roles}`;
    case "StaffRecoveryOffered":
      return `A way back in was offered to ${who}`;
    case "StaffJoined":
      return `${who} joined as ${roles}`;
    case "StaffRolesChanged":
      return `Roles of ${who} are now ${roles || "none"}`;
    case "StaffLeft":
      return `${who} left`;
    case "StaffDisabled":
      return `Account of ${who} closed`;
    case "StaffAway": {
      const cover = typeof event.cover === "string" ? `${nameOf(event.cover)} covers` : "nobody covers";
      return `${who} is away from ${String(event.from)} until ${String(event.until)}; ${cover}`;
    }
    case "StaffBack":
      return `Absence of ${who} taken back`;
    case "StaffWeeklyLetterChosen":
      return `Weekly letter to ${who} turned ${event.on ? "on" : "off"}`;
    case "SystemsRead":
      return `Systems taken from the file: ${String(event.added)} new, ${String(event.changed)} changed, ${String(event.removed)} taken out`;
    case "SystemSaved":
      return `System ${String(event.system)} ${event.before === null ? "registered" : "changed"}`;
    case "SystemRemoved":
      return `System ${String(event.system)} taken out`;
    case "SystemTakenFromFile":
      return `System ${String(event.system)} set back to what the file says`;
    case "SystemsStopped":
      return "Asking systems stopped, for all";
    case "SystemsResumed":
      return "Asking systems goes on";
    case "BulkTaken":
      return `One step for many: ${String(event.step)} for ${String(event.rows)} requests (${String(event.from)})`;
    case "BulkUndone":
      return `Set back for many: ${String(event.step)} for ${String(event.rows)} requests (${String(event.from)})`;
    case "BulkExported":
      return `Took the results of a step for many away, ${String(event.rows)} rows`;
    case "AuditViewed":
      return event.reference ? `Looked at the record of ${String(event.reference)}` : "Looked at the audit";
    case "BacklogImportStarted":
      return `Began to bring along a backlog of ${String(event.rows)} rows`;
    case "BacklogImported":
      return `Backlog brought along: ${String(event.filed)} requests, ${String(event.known)} were here already, ${String(event.ended)} had ended, ${String(event.mistakes)} with mistakes left out`;
    case "OverdueExported":
      return `Took the overdue table away, as of ${String(event.asOf)}, ${String(event.rows)} rows`;
    case "PackMade":
      return `Made a regulator's pack, ${String(event.from)} to ${String(event.asOf)}`;
    case "DelaysTold":
      return `Wrote to ${String(event.told)} people whose answer is late`;
    case "CaliforniaExported":
      return `Took the California metrics away, ${String(event.year)}, for the ${String(event.form)}${event.asOf ? `, as of ${String(event.asOf)}` : ""}`;
    case "TemplateSaved":
      return `Template saved: ${String(event.name)} (${String(event.language)})`;
    case "TemplateRemoved":
      return `Template taken away: ${String(event.name)} (${String(event.language)})`;
    case "SharedViewSaved":
      return `Shared a view of the queue: ${String(event.query) || "the work"}`;
    case "SharedViewRemoved":
      return "Removed a shared view of the queue";
    case "LetterOwedAgain":
      return `Letter put on its way again (${letterName(String(event.letter))})`;
    case "QueueExportBegun":
      return `Began to take requests away: ${String(event.filter)}`;
    case "QueueExported":
      return `Took ${String(event.rows)} requests away: ${String(event.filter)}`;
    default:
      return event.type;
  }
}
