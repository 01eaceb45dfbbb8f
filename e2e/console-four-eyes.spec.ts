import { expectAccessible } from "./accessibility";
import { beginWork, openInConsole, openStep, prepareAnswer, releaseAnswer } from "./handling";
import { hire } from "./hiring";
import { expect, test } from "./journey";
import { fileConfirmed } from "./raw-filing";
import { rawStaff, recordOf, takeNow } from "./raw-staff";
import { rawVisitor } from "./raw-visitor";

test("A16: whoever prepared an answer cannot release it, not by button and not by posting past it", async ({
  staff,
  otherBrowser,
  email,
}) => {
  const visitor = rawVisitor();
  const filed = await fileConfirmed(visitor, { organisation: "ares", email, right: "withdraw_consent", details: {} });
  const both = await otherBrowser();
  await hire(await staff("administrator"), both, { organisation: "Ares", roles: ["handler", "approver"] });
  await beginWork(both, filed.reference);
  await prepareAnswer(both, filed.reference, { outcomes: [{ right: "Withdraw consent", outcome: "Granted" }] });

  await openInConsole(both, filed.reference);
  const side = both.getByRole("complementary", { name: "Steps" });
  await expect(side.getByRole("button", { name: "Release the answer" })).toHaveAttribute("aria-disabled", "true");
  await expect(side).toContainText("Whoever prepared the answer cannot release it.");
  await expectAccessible(both);

  const auditor = rawStaff(await (await staff("auditor")).context().storageState());
  const before = await recordOf(auditor, filed.reference);
  const direct = rawStaff(await both.context().storageState());
  const refused = await takeNow(direct, filed.reference, "release");
  expect(refused.location).toContain("again=1");
  expect((await direct.get(refused.location.split("#")[0] ?? "")).text).toContain(
    "Whoever prepared the answer cannot release it.",
  );
  expect(await recordOf(auditor, filed.reference)).toEqual(before);
  expect((await visitor.get(filed.page)).text).not.toContain("Our answer</h2>");

  const approver = await staff("approver");
  await openStep(approver, filed.reference, "Release the answer");
  await expectAccessible(approver);
  await releaseAnswer(approver, filed.reference);
  expect(await recordOf(auditor, filed.reference)).toHaveLength(before.length + 1);
});
