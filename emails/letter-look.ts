// E-mail programs read little CSS: every rule stands on its element, and dark mode turns the inks by class.
export const look = {
  body: { margin: 0, padding: "32px 12px", backgroundColor: "#f6f4ef", color: "#1f1d1a" },
  sheet: { maxWidth: "600px", margin: "0 auto", padding: "36px 40px", backgroundColor: "#fffdf9" },
  serif: { fontFamily: "'Source Serif 4', Charter, 'Iowan Old Style', Georgia, serif" },
  organisation: { margin: 0, fontSize: "19px", lineHeight: "26px", fontWeight: 600 },
  letterhead: { margin: 0, fontSize: "14px", lineHeight: "20px", color: "#635e56" },
  rule: { margin: "20px 0 28px", border: "none", borderTop: "1px solid #d9d3c7" },
  title: { margin: "0 0 20px", fontSize: "25px", lineHeight: "32px", fontWeight: 600 },
  paragraph: { margin: "0 0 16px", fontSize: "17px", lineHeight: "27px" },
  quiet: { margin: "0 0 12px", fontSize: "14px", lineHeight: "21px", color: "#635e56" },
  heading: { margin: "28px 0 10px", fontSize: "17px", lineHeight: "24px", fontWeight: 600 },
  label: { padding: "3px 20px 3px 0", fontSize: "15px", color: "#635e56", verticalAlign: "top", whiteSpace: "nowrap" },
  value: { padding: "3px 0", fontSize: "15px", fontVariantNumeric: "tabular-nums" },
  table: { margin: "0 0 20px", borderCollapse: "collapse" },
  list: { margin: "0 0 16px", paddingLeft: "20px", fontSize: "15px", lineHeight: "24px" },
  action: { margin: "0 0 6px", fontSize: "17px", lineHeight: "27px", fontWeight: 600 },
  link: { color: "#1d4e89", textDecoration: "underline", wordBreak: "break-all" },
  code: { margin: "0 0 10px", fontSize: "26px", lineHeight: "36px", letterSpacing: "3px", fontWeight: 600 },
} as const;

/** The dark sheet has inks of its own; programs that do not know the question keep the light one. */
export const darkInks = `
@media (prefers-color-scheme: dark) {
  .ground, .ground > table > tbody > tr > td { background-color: #171614 !important; color: #ece7dc !important; }
  .sheet { background-color: #211f1c !important; color: #ece7dc !important; }
  .quiet { color: #aaa396 !important; }
  .rule { border-top-color: #45413a !important; }
  .link { color: #9cc3f0 !important; }
}`;
