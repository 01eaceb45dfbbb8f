import { expect, it } from "vitest";
import { isDownload } from "./security-headers";

it("V3.2.1: every address that answers with somebody's bytes is under the policy of files, and no page is", () => {
  const own = "/ares/requests/AR-2345-6789";
  const paper = `${own}/proof/papers/document_checked`;
  const bytes = [`${own}/files/1`, `${own}/receipt.json`, "/console/reports/overdue/csv", `${paper}/cover/1/picture`];
  const pages = [own, paper, `${paper}/cover/1`, `${own}/picture`, "/console"];
  expect(bytes.filter((path) => !isDownload(path))).toEqual([]);
  expect(pages.filter((path) => isDownload(path))).toEqual([]);
});
