import type { FirstPeople } from "./first-people";
import type { StartSettings } from "./start-settings";

/** What is printed when everything runs: where to go, and how to get in. */
export function welcome(start: StartSettings, organisations: readonly string[], people: FirstPeople): string {
  const lines = ["", `Habeas runs at ${start.baseUrl}  (stop with Ctrl-C)`];
  for (const slug of organisations) lines.push(`  portal   ${start.baseUrl}/${slug}`);
  lines.push(`  console  ${start.baseUrl}/console`);
  if (people.signIns.length > 0) {
    lines.push("", "Demo sign-ins, for this machine only; new passwords at each start:");
    for (const { organisation, role, email, password } of people.signIns) {
      lines.push(`  ${email.padEnd(34)} ${password.padEnd(20)} ${role}, ${organisation}`);
    }
  }
  if (people.administratorToken) {
    lines.push("", "Nobody can sign in yet. Make the first administrator with this token, which works once:");
    lines.push(`  ${start.baseUrl}/console/first-administrator  ${people.administratorToken}`);
  }
  if (!process.env.SMTP_URL) {
    lines.push("", "No SMTP_URL is set: letters wait in the console's outbox and are not sent.");
  }
  if (!start.private && start.baseUrl === start.localAddress) {
    lines.push("", "Links in letters point to this address. Set HABEAS_BASE_URL to the one that people can reach.");
  }
  return `${lines.join("\n")}\n`;
}
