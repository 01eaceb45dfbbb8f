import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runClock } from "./clock-command";

const root = fileURLToPath(new URL("..", import.meta.url));
const vectorPath = join(root, "lib/domain/vectors/deadlines.json");
const noFile = () => {
  throw new Error("no file should be read");
};

function words(...args: string[]) {
  return runClock(args, noFile);
}

function file(value: unknown) {
  const { out, problem, code } = runClock(["questions.json"], () =>
    typeof value === "string" ? value : JSON.stringify(value),
  );
  return { answers: out === "" ? [] : JSON.parse(out), problem, code };
}

describe("a file of questions", () => {
  test("every vector is answered with its own date, its lines in order and exit code 0", () => {
    const { answers, code } = file(readFileSync(vectorPath, "utf8"));
    const expected = JSON.parse(readFileSync(vectorPath, "utf8")).map((vector: { id: string; expected: string }) => ({
      id: vector.id,
      due: vector.expected,
    }));
    expect(answers).toMatchObject(expected);
    expect(code).toBe(0);
  });

  test("unknown fields are ignored and missing ones tolerated", () => {
    const { answers } = file([{ id: 7, regime: "eu_gdpr", received: "2026-03-10", weather: "rain", holidays: null }]);
    expect(answers).toMatchObject([{ id: 7, due: "2026-04-10" }]);
  });

  test("bad entries say what is wrong in plain words and cost the others nothing", () => {
    const { answers, code } = file([
      { id: "a", regime: "gdpr", received: "2026-03-10" },
      { id: "b", regime: "eu_gdpr" },
      { id: "c", regime: "eu_gdpr", received: "10.3.2026" },
      { id: "d", regime: "eu_gdpr", received: "2026-03-10", published_period_days: "ten" },
      "e",
      { id: "f", regime: "eu_gdpr", received: "2026-03-10", paused: [{ from: "2026-03-11" }] },
      { id: "g", regime: "eu_gdpr", received: "2026-03-10T10:00:00Z", tz: "Mars/Olympus" },
      { id: "h", regime: "eu_gdpr", received: "2026-03-10" },
    ]);
    expect(code).toBe(1);
    expect(answers.map((answer: { error?: string }) => answer.error)).toEqual([
      expect.stringContaining('unknown regime "gdpr"; known are eu_gdpr, uk_gdpr'),
      "received is missing",
      "not a calendar day: 10.3.2026",
      "published_period_days must be a number",
      "the entry must be an object",
      "paused.0.reason is missing",
      expect.stringMatching(/mars.olympus/i),
      undefined,
    ]);
    expect(answers[7]).toMatchObject({ id: "h", due: "2026-04-10" });
    expect(answers[4]).toMatchObject({ id: null, due: null, lines: [] });
  });

  test.each([
    ["{]", "the file is not JSON"],
    ["{}", "the file must hold a JSON array"],
  ])("%s is refused", (text, message) => {
    const { problem, code } = file(text);
    expect(problem).toContain(message);
    expect(code).toBe(1);
  });
});

describe("one question in plain words", () => {
  test("shows the arithmetic with its sources, every date, and gives no advice", () => {
    const { out, code } = words("--received", "2026-01-31", "--regime", "eu_gdpr", "--country", "DE");
    expect(code).toBe(0);
    expect(out).toMatch(/Sat 28 Feb 2026 {2}without undue delay, and at the latest 1 month after Sat 31 Jan 2026/);
    expect(out).toContain("(Regulation 1182/71 Art. 3(4); EDPB Guidelines 01/2022 §161)");
    expect(out).toMatch(/Answer by +Mon 2 Mar 2026/);
    expect(out).toMatch(/With an extension, answer by +Thu 30 Apr 2026/);
    expect(out).toMatch(/Safe date +Fri 27 Feb 2026/);
    expect(out).toContain("gives no legal advice");
  });

  test("uses the holidays of the place, and marks sources that were not read", () => {
    const question = ["--received", "2026-05-25", "--regime", "ca_qc_law25"];
    expect(words(...question, "--country", "CA", "--region", "QC").out).toMatch(/Answer by +Thu 25 Jun 2026/);
    expect(words(...question).out).toMatch(/Answer by +Wed 24 Jun 2026/);
    expect(words(...question, "--holiday", "2026-06-24").out).toMatch(/Answer by +Thu 25 Jun 2026/);
    expect(words(...question).out).toContain("(Act P-39.1 s.32 [K])");
  });

  test("several laws and a promise: the earliest is worked to", () => {
    const { out } = words(
      "--received",
      "2026-03-02",
      "--regime",
      "eu_gdpr",
      "--regime",
      "us_ca_ccpa",
      "--promise",
      "30",
    );
    expect(out).toContain("Work to the earliest: Wed 1 Apr 2026 (Our promise).");
  });

  test("an open pause has no date and says since when", () => {
    const { out } = words(
      ...["--received", "2026-03-02", "--regime", "eu_gdpr", "--regime", "uk_gdpr"],
      ...["--pause", "clarification:2026-03-10.."],
    );
    expect(out).toMatch(/Due +stopped since Tue 10 Mar 2026/);
    expect(out).toContain("No date while every clock stands still.");
  });

  test("everything that can happen can be said", () => {
    const uk = ["--received", "2026-05-01", "--regime", "uk_gdpr"];
    expect(words(...uk, "--verified", "2026-05-11", "--fee-paid", "2026-05-07").out).toMatch(/Due +Thu 11 Jun 2026/);
    expect(words(...uk, "--identity-asked", "2026-05-04").out).toMatch(/Due +stopped since Mon 4 May 2026/);
    expect(words(...uk, "--extended").out).toMatch(/Due, with the extension told +Mon 3 Aug 2026/);
    expect(words(...uk, "--extended-on", "2026-07-01").out).toMatch(/Due +Mon 1 Jun 2026/);
    expect(words(...uk, "--pause", "clarification:2026-05-06..2026-05-06").out).toMatch(/Due +Tue 2 Jun 2026/);
    expect(words(...uk, "--right", "complaint").out).toMatch(/Confirm receipt by +Mon 1 Jun 2026/);
    const swiss = ["--received", "2026-08-28", "--regime", "ch_fadp"];
    expect(words(...swiss, "--fee-notified", "2026-09-01").out).toMatch(/Due +Mon 12 Oct 2026/);
    const india = ["--received", "2027-06-01", "--regime", "in_dpdp"];
    expect(words(...india, "--published", "30").out).toMatch(/Due +Thu 1 Jul 2027/);
    const canada = ["--received", "2026-03-16", "--regime", "ca_pipeda", "--requested", "2026-03-10"];
    expect(words(...canada).out).toMatch(/Tell of an extension by +Thu 9 Apr 2026/);
    const australia = ["--received", "2026-05-08", "--regime", "au_app12", "--entity", "agency"];
    expect(words(...australia).out).toMatch(/Due +Mon 8 Jun 2026/);
    const instant = ["--received", "2026-08-31T22:30:00Z", "--tz", "Europe/Berlin", "--regime", "eu_gdpr"];
    expect(words(...instant).out).toMatch(/Due +Thu 1 Oct 2026/);
  });

  test.each([
    [["--received", "2026-01-31"], "the law is missing"],
    [["--regime", "eu_gdpr"], "the day of receipt is missing"],
    [["--received", "2026-01-31", "--regime", "gdpr"], "known are eu_gdpr, uk_gdpr"],
    [["--received", "31.1.2026", "--regime", "eu_gdpr"], "not a calendar day: 31.1.2026"],
    [["--received", "2026-01-31", "--regime", "eu_gdpr", "--right", "fire"], "known are access"],
    [["--received", "2026-01-31", "--regime", "eu_gdpr", "--right", "appeal"], "EU GDPR knows no appeal"],
    [["--received", "2026-01-31", "--regime", "eu_gdpr", "--country", "QQ"], "no holiday calendar"],
    [["--received", "2026-01-31", "--regime", "eu_gdpr", "--pause", "lunch"], "a pause is written"],
    [["--received", "2026-01-31", "--regime", "eu_gdpr", "--promise", "soon"], "--promise is a number of days"],
    [["--colour", "blue"], "--colour"],
    [["one.json", "two.json"], "one file at a time"],
  ])("%j is refused in plain words", (args, message) => {
    const { out, problem, code } = words(...args);
    expect(problem).toContain(message);
    expect(problem).toContain("--help");
    expect({ out, code }).toEqual({ out: "", code: 1 });
  });

  test("help names every law, every word and the format of a file", () => {
    for (const args of [["--help"], []]) {
      const { out, code } = words(...args);
      expect(out).toContain("za_popia_paia");
      expect(out).toContain("admt_appeal");
      expect(out).toContain('[{"id", "due", "lines"}]');
      expect(code).toBe(0);
    }
  });
});

describe("the door itself", () => {
  test("reads a file from the folder in which the command was typed", () => {
    const folder = mkdtempSync(join(tmpdir(), "clock file "));
    writeFileSync(join(folder, "asked.json"), '[{"id":"one","regime":"eu_gdpr","received":"2026-03-10"}]');
    const tsx = [join(root, "node_modules/tsx/dist/cli.mjs"), "--tsconfig", join(root, "tsconfig.node.json")];
    const out = execFileSync(process.execPath, [...tsx, join(root, "scripts/clock.ts"), "asked.json"], {
      cwd: root,
      env: { ...process.env, INIT_CWD: folder },
      encoding: "utf8",
    });
    expect(JSON.parse(out)).toMatchObject([{ id: "one", due: "2026-04-10" }]);
  });
});
