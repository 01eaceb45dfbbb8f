import { acceptProof, answerRequest, beginWork } from "./handling";
import { expect, test } from "./journey";
import { askFor, confirmByLink, expectOutcome, readAnswer, send } from "./person";

const heir = { who: "Somebody who has died", askerName: "Luc Tremblay", name: "Anne Tremblay" } as const;
const rights = ["Get a copy of your data"];
const granted = { outcomes: [{ right: "access", outcome: "Granted" }] } as const;
const proof = "Authority to act for the person checked";

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without any script", () => {
    test.use({ javaScriptEnabled });

    test("executor · in Quebec the law knows heirs, and the page says which paper shows it", async ({
      page,
      staff,
      email,
    }) => {
      const place = { country: "Canada", region: "Quebec" } as const;
      await askFor(page, { organisation: "aiworksforus", ...place, rights, ...heir, email });
      const main = page.getByRole("main");
      for (const words of ["The law there knows who may ask after a death", "P-39.1", "certificate of inheritance"])
        await expect(main).toContainText(words);
      const sent = await send(page);
      await confirmByLink(page, email);
      await answerRequest(staff, sent.reference, { ...granted, proof });
      await readAnswer(page, sent, email, await staff("handler"));
      await expectOutcome(page, "copy of your data", "Done");
    });

    test("executor · in Germany the law of the country decides: it is filed all the same, and somebody looks", async ({
      page,
      staff,
      email,
    }) => {
      await askFor(page, { organisation: "aimarkos", country: "Germany", rights, ...heir, email });
      const main = page.getByRole("main");
      for (const words of ["leaves data of people who died to the law of each country", "recital 27"])
        await expect(main).toContainText(words);
      const sent = await send(page);
      await confirmByLink(page, email);
      const handler = await staff("handler");
      await beginWork(handler, sent.reference);
      await expect(handler.getByRole("main")).toContainText("Left to the law of the country");
      await acceptProof(handler, sent.reference, proof);
    });
  });
}
