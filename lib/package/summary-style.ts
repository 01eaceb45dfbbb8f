// The look of the page, inside the page: paper by day, dark by night, black on white when it is printed. System fonts: a
// page that is opened in ten years from a disk has no others.
export const summaryStyle = `
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1d1c1a;--quiet:#5a5751;--line:#d9d5cc;--raised:#fff;--accent:#1f4e8c}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#ece9e2;--quiet:#b0aba0;--line:#3a3732;--raised:#201f1c;--accent:#9cc3f5}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:auto}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 "Source Sans 3","Segoe UI",system-ui,-apple-system,Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--raised);color:var(--accent);padding:.75rem 1rem;border:2px solid var(--accent);border-radius:6px}
.skip:focus{top:1rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
header,main,nav{max-width:48rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:3rem}
main{padding-bottom:5rem}
.from{margin:0;color:var(--quiet);font-weight:600}
h1,h2{font-family:"Source Serif 4",Georgia,"Times New Roman",serif;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.9rem,6vw,2.6rem);margin:.25rem 0 .75rem;font-weight:600}
h2{font-size:1.5rem;margin:3rem 0 .75rem;padding-top:1.25rem;border-top:1px solid var(--line);font-weight:600}
h3{font-size:1.15rem;margin:2.25rem 0 .5rem}
p{margin:.6rem 0;max-width:65ch}
.lead{font-size:1.15rem}
.quiet{color:var(--quiet);font-size:.9rem}
nav ul{list-style:none;margin:1rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
nav h2{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);margin:0;padding:0;border:0}
nav a{display:inline-block;padding:.6rem 0;color:var(--accent);text-underline-offset:.2em}
main ul{padding-left:1.2rem;max-width:65ch}
main li{margin:.35rem 0}
dl{margin:.75rem 0 1.25rem;display:grid;grid-template-columns:minmax(9rem,14rem) 1fr}
dt,dd{margin:0;padding:.55rem 0;border-bottom:1px solid var(--line)}
dt{color:var(--quiet);padding-right:1rem}
.frame{overflow-x:auto;margin:1.25rem 0 .25rem;border:1px solid var(--line);border-radius:6px;background:var(--raised)}
table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.45;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:.75rem .9rem .5rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .9rem;border-top:1px solid var(--line);min-width:6.5rem;max-width:22rem;unicode-bidi:isolate}
th{font-weight:600;color:var(--quiet)}
td{white-space:pre-line}
td.short{white-space:nowrap}
@media (max-width:36rem){dl{display:block}dt{border:0;padding:.6rem 0 0}dd{padding-top:.1rem}header{padding-top:2rem}}
@media print{
@page{margin:18mm 16mm}
:root{--paper:#fff;--ink:#000;--quiet:#333;--line:#999;--raised:#fff;--accent:#000}
body{font-size:10.5pt}
header,main,nav{max-width:none;padding:0}
nav,.skip{display:none}
h2,h3,caption{break-after:avoid}
.frame{overflow:visible;border-radius:0}
th,td{min-width:0}
tr,dt,dd{break-inside:avoid}
thead{display:table-header-group}
}
@media (prefers-reduced-motion:no-preference){.skip{transition:top .1s}}
`;
