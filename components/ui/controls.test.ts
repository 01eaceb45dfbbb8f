import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Checkboxes } from "@/components/ui/checkboxes";
import { CodeInput } from "@/components/ui/code-input";
import { DateInput } from "@/components/ui/date-input";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileInput } from "@/components/ui/file-input";
import { Radios } from "@/components/ui/radios";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";

const name = "about.you[0]";
const label = "Where do you live?";
const mistake = "Choose where you live";
const hint = "The law depends on it.";
const base = { name, label, hint, mistake };
const options = [
  { value: "a", label: "Here", hint: "Near" },
  { value: "b", label: "There" },
];

const controls: Record<string, ReactElement> = {
  TextInput: createElement(TextInput, { ...base, defaultValue: '<b>"kept"</b>' }),
  TextArea: createElement(TextArea, base),
  Select: createElement(Select, { ...base, options: [{ value: "a", label: "Here" }], empty: "Choose" }),
  Radios: createElement(Radios, { ...base, options }),
  Checkboxes: createElement(Checkboxes, { ...base, options, defaultValues: ["b"] }),
  Checkbox: createElement(Checkbox, { name, label, hint, mistake }),
  DateInput: createElement(DateInput, { ...base, defaultValue: { day: "31", month: "2" } }),
  FileInput: createElement(FileInput, base),
  CodeInput: createElement(CodeInput, base),
};

function ids(html: string): string[] {
  return [...html.matchAll(/ id="([^"]*)"/g)].map((found) => found[1] ?? "");
}
function linked(html: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, "g"))].flatMap((found) => (found[1] ?? "").split(" "));
}

describe.each(Object.entries(controls))("%s", (_, control) => {
  const html = renderToStaticMarkup(control);

  it("is where the error summary leads to", () => {
    const summary = renderToStaticMarkup(createElement(ErrorSummary, { mistakes: { [name]: mistake } }));
    const target = /href="#([^"]*)"/.exec(summary)?.[1] ?? "none";
    expect(html).toMatch(new RegExp(`<(input|select|textarea)[^>]* id="${target}"`));
  });

  it("describes and labels with ids that exist, each once", () => {
    const here = ids(html);
    expect(new Set(here).size).toBe(here.length);
    for (const id of [...linked(html, "aria-describedby"), ...linked(html, "for")]) expect(here).toContain(id);
  });

  it("says label, hint and mistake, and needs no style attribute", () => {
    for (const text of [label, hint, mistake]) expect(html).toContain(text);
    expect(html).not.toContain(" style=");
  });
});

describe("what was typed", () => {
  it("comes back, as text", () => {
    expect(renderToStaticMarkup(controls.TextInput)).toContain('value="&lt;b&gt;&quot;kept&quot;&lt;/b&gt;"');
    expect(renderToStaticMarkup(controls.Checkboxes)).toMatch(/checked="" value="b"|value="b"[^>]*checked=""/);
    expect(renderToStaticMarkup(controls.DateInput)).toContain('name="about.you[0]-day"');
  });

  it("chooses nothing for people", () => {
    expect(renderToStaticMarkup(controls.Radios)).not.toContain(" checked=");
  });
});

describe("the error summary", () => {
  it("is silent when there is nothing to say", () => {
    expect(renderToStaticMarkup(createElement(ErrorSummary, { mistakes: {} }))).toBe("");
  });

  it("takes the focus without a script and keeps the order of the page", () => {
    const mistakes = { b: "Second", "": "All of it", a: "First" };
    const html = renderToStaticMarkup(createElement(ErrorSummary, { mistakes, order: ["a", "b"] }));
    expect(html).toMatch(/role="alert"[^>]*tabindex="-1"[^>]*autofocus=""/);
    expect(html.indexOf("First")).toBeLessThan(html.indexOf("Second"));
    expect(html).toContain("<li");
    expect(html).not.toContain('href="#field-"');
  });
});

const closed = { closedBecause: "Needs proof.", name: "step", value: "release" };

describe("a closed button", () => {
  it("can be reached, does nothing and says why", () => {
    const html = renderToStaticMarkup(Button({ ...closed, children: "Release" }));
    expect(html).toContain('type="button"');
    expect(html).toContain('aria-disabled="true"');
    expect(html).not.toContain('type="submit"');
    expect(html).not.toMatch(/<button[^>]* disabled/);
    expect(html).toContain("Needs proof.");
  });
});
