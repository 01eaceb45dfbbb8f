import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { requestView } from "@/lib/queries/request-view";
import { organisationTemplates } from "@/lib/queries/templates";
import { removeTemplate, saveTemplate, type TemplateInput } from "./save-template";
import { named, openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;
beforeAll(async () => {
  desk = await openDesk();
  handler = await desk.member("handler");
});
afterAll(() => desk?.close());

const words: TemplateInput = {
  ...{ id: null, version: null, kind: "message", name: "Thanks", language: "en" },
  text: "Dear {name}, thank you.",
};
const save = (template: Partial<TemplateInput> = {}, actor = handler) =>
  saveTemplate(actor, { organisation: desk.organisation, template: { ...words, ...template } }, desk.openedAt);
const refused = (refusal: string) => ({ ok: false, refusal });
const chain = () =>
  inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.event.findMany({
      where: { chainId: desk.organisation.id, type: { startsWith: "Template" } },
      orderBy: { seq: "asc" },
    }),
  );

describe("C2: templates", () => {
  it("each change is in the organisation's chain, with the digest of the words and not the words", async () => {
    const saved = await save({ name: "Chained" });
    if (!saved.ok) throw new Error(saved.refusal);
    expect(await save({ id: saved.id, version: 1, name: "Chained", text: "Hello {name}." })).toMatchObject({
      ok: true,
    });
    await removeTemplate(handler, { organisation: desk.organisation, id: saved.id }, desk.openedAt);
    const events = await chain();
    expect(events.map(({ type }) => type)).toEqual(["TemplateSaved", "TemplateSaved", "TemplateRemoved"]);
    expect(JSON.stringify(events)).not.toMatch(/Hello|thank you/);
    expect((await organisationTemplates(handler)).map(({ name }) => name)).not.toContain("Chained");
  });

  it("a save on words that were changed meanwhile saves nothing, and one name stands once in a language", async () => {
    const saved = await save({ name: "Twice" });
    if (!saved.ok) throw new Error(saved.refusal);
    await save({ id: saved.id, version: 1, name: "Twice", text: "First." });
    expect(await save({ id: saved.id, version: 1, name: "Twice", text: "Second." })).toEqual(
      refused("changed_meanwhile"),
    );
    expect(await save({ name: "Twice" })).toEqual(refused("template_there_already"));
    expect(await save({ name: "Twice", language: "de" })).toMatchObject({ ok: true });
  });

  it("only who writes to persons writes them, and each organisation has its own", async () => {
    for (const role of ["approver", "auditor"] as const) {
      const other = await desk.member(role);
      expect(await save({ name: "Theirs" }, other)).toEqual(refused("not_your_role"));
      expect(
        await removeTemplate(other, { organisation: desk.organisation, id: handler.staffId }, desk.openedAt),
      ).toEqual(refused("not_your_role"));
    }
    const gone = { organisation: desk.organisation, id: handler.staffId };
    expect(await removeTemplate(handler, gone, desk.openedAt)).toEqual(refused("not_found"));
    await save({ name: "Ours" });
    const stranger = { ...handler, organisationId: named(desk.organisations, "ares").id };
    expect(await organisationTemplates(stranger)).toEqual([]);
  });

  it("GDPR Art. 12(1): a request offers each in the person's language, or says that there is none", async () => {
    await save({ name: "Greeting" });
    await save({ name: "Greeting", language: "de", text: "Guten Tag {name}." });
    await save({ name: "English only" });
    const { reference } = await desk.file({ language: "de" });
    const view = await requestView(handler, { organisation: desk.organisation, reference }, desk.openedAt);
    const offered = view?.templates.map(({ template, fallback }) => [template.name, template.language, fallback]);
    expect(view?.language).toBe("de");
    expect(offered).toContainEqual(["Greeting", "de", false]);
    expect(offered).toContainEqual(["English only", "en", true]);
  });
});
