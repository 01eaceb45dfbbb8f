import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { startSmtp } from "@/lib/mailer/test-smtp";
import { sweep } from "./sweep";
import { query, workOff } from "./test-worker";

const now = new Date("2026-12-04T10:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
let desk: Awaited<ReturnType<typeof openDesk>>;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
beforeAll(async () => {
  smtp = await startSmtp(3926);
  process.env.SMTP_URL = smtp.url;
  desk = await openDesk(now);
});
afterAll(async () => {
  await desk.close();
  await smtp.stop();
});
beforeEach(async () => {
  smtp.delivered.length = 0;
  await query(desk.ownerUrl, "delete from graphile_worker._private_jobs");
});

const letterOf = async (requestId: string) => {
  const [letter] = await inOrganisation(desk.organisation.id, ({ tx }) => tx.letter.findMany({ where: { requestId } }));
  return letter;
};
const jobsOf = async (requestId: string) => {
  const text = "select attempts, run_at from graphile_worker.jobs where key = $1";
  return (await query(desk.ownerUrl, text, [`letter:${(await letterOf(requestId))?.id}`])).rows;
};
const lostLetter = async () => {
  const filed = await desk.file();
  await query(desk.ownerUrl, "delete from graphile_worker._private_jobs");
  return filed;
};
const sweepAt = (at: Date) => sweep({ smtpUrl: smtp.url }, at);

describe("a letter whose job is gone", () => {
  it("is sent by the first sweep that finds it waiting for more than an hour, and once", async () => {
    const { id, email } = await lostLetter();
    await sweepAt(minutes(59));
    expect(await jobsOf(id)).toEqual([]);
    await sweepAt(minutes(61));
    await sweepAt(minutes(61));
    expect(await jobsOf(id)).toHaveLength(1);
    await workOff(desk.ownerUrl, minutes(61));
    expect(smtp.delivered.map(({ to }) => to)).toEqual([[email]]);
    expect(await letterOf(id)).toMatchObject({ status: "sent" });
    await sweepAt(minutes(200));
    expect(await jobsOf(id)).toEqual([]);
  });

  it("is found when every try of its job ended in a fault", async () => {
    const { id } = await desk.file();
    await query(desk.ownerUrl, "update graphile_worker._private_jobs set attempts = max_attempts");
    await sweepAt(minutes(61));
    expect(await jobsOf(id)).toMatchObject([{ attempts: 0 }]);
    await workOff(desk.ownerUrl, minutes(61));
    expect(await letterOf(id)).toMatchObject({ status: "sent" });
  });
});

describe("a letter whose job is only waiting", () => {
  let id: string;
  beforeEach(async () => {
    id = (await desk.file()).id;
  });

  it("keeps its back-off and its count of tries", async () => {
    await query(
      desk.ownerUrl,
      "update graphile_worker._private_jobs set attempts = 9, run_at = now() + interval '3 hours'",
    );
    const before = await jobsOf(id);
    await sweepAt(minutes(61));
    expect(await jobsOf(id)).toEqual(before);
  });

  it("is left alone while a worker has it in hand, even for the last time", async () => {
    await query(
      desk.ownerUrl,
      "update graphile_worker._private_jobs set attempts = max_attempts, locked_at = now(), locked_by = 'w'",
    );
    await sweepAt(minutes(61));
    expect(await jobsOf(id)).toMatchObject([{ attempts: 25 }]);
    await query(desk.ownerUrl, "update graphile_worker._private_jobs set locked_at = now() - interval '5 hours'");
    await sweepAt(minutes(61));
    expect(await jobsOf(id)).toMatchObject([{ attempts: 0 }]);
  });
});
