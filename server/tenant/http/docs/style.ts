/** The page's one style sheet: no font, picture or script comes from anywhere else. */
export const style = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f8fafb, #10171c);
  --card: light-dark(#fff, #172027);
  --sunk: light-dark(#f1f5f7, #0c1216);
  --line: light-dark(#dbe3e8, #2a363f);
  --text: light-dark(#17232b, #e3eaee);
  --quiet: light-dark(#53646f, #9aabb6);
  --accent: light-dark(#0b5c69, #6cb8c1);
  --get: light-dark(#0b5c69, #6cb8c1);
  --post: light-dark(#1d4f9e, #8fb6f2);
  --put: light-dark(#855006, #e3b76b);
  --patch: light-dark(#6a3fa0, #c3a6ec);
  --delete: light-dark(#a32424, #f09a94);
  font: 14px/1.55 system-ui, sans-serif;
}
* { box-sizing: border-box; }
html { scroll-padding-top: 64px; }
body {
  margin: 0;
  background: var(--page);
  color: var(--text);
  display: grid;
  grid-template: auto 1fr / 300px minmax(0, 1fr);
}
a { color: var(--accent); text-underline-offset: 2px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
main:focus { outline: none; }
.skip { position: absolute; left: 8px; top: -60px; z-index: 3; background: var(--card); padding: 8px; }
.skip:focus { top: 8px; }
header {
  grid-column: 1 / -1;
  position: sticky;
  top: 0;
  z-index: 2;
  display: flex;
  align-items: center;
  gap: 12px;
  min-height: 48px;
  padding: 0 24px;
  background: var(--card);
  border-bottom: 1px solid var(--line);
}
header span { color: var(--quiet); }
header a { margin-left: auto; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav.beside {
  position: sticky;
  top: 49px;
  align-self: start;
  max-height: calc(100vh - 49px);
  overflow-y: auto;
  padding: 16px 12px 32px 24px;
}
nav a { display: block; padding: 4px 8px; border-radius: 4px; color: var(--text); text-decoration: none; }
nav a:hover { background: var(--sunk); }
nav > ul > li > a { font-weight: 600; margin-top: 12px; }
nav ul ul a { display: flex; gap: 8px; align-items: baseline; color: var(--quiet); }
nav ul ul a:hover { color: var(--text); }
nav .method { flex: 0 0 46px; font-size: 10px; }
details.above { display: none; }
main { padding: 24px 32px 96px 24px; max-width: 1080px; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 8px; }
h2 { font-size: 18px; margin: 40px 0 12px; }
h3 { font-size: 15px; margin: 0 0 8px; }
h4 { font-size: 12px; margin: 20px 0 6px; color: var(--quiet); font-weight: 600; }
p { margin: 0 0 10px; max-width: 76ch; }
article, section.schema {
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 6px;
  padding: 16px 20px;
  margin: 0 0 16px;
}
article:target, section.schema:target { border-color: var(--accent); }
.anchor { color: var(--quiet); padding: 0 4px; }
.paths { display: flex; flex-wrap: wrap; gap: 4px 16px; max-width: none; }
.paths > span:first-child code { font-weight: 600; }
.quiet { color: var(--quiet); }
.must { color: var(--put); font-size: 12px; }
.fact { color: var(--quiet); margin-top: 2px; font-size: 13px; }
code {
  font: 12.5px/1.5 ui-monospace, SFMono-Regular, Menlo, monospace;
  overflow-wrap: anywhere;
}
p code, dd code, .fact code { background: var(--sunk); border-radius: 3px; padding: 1px 4px; }
pre {
  background: var(--sunk);
  border: 1px solid var(--line);
  border-radius: 6px;
  padding: 12px 16px;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
}
.method {
  font: 600 11px/1.6 ui-monospace, SFMono-Regular, Menlo, monospace;
  text-transform: uppercase;
  color: var(--get);
}
.method.post { color: var(--post); }
.method.put { color: var(--put); }
.method.patch { color: var(--patch); }
.method.delete { color: var(--delete); }
.status { font-variant-numeric: tabular-nums; font-weight: 600; }
.status.s2 { color: var(--get); }
.status.s4, .status.s5 { color: var(--delete); }
dl.rights { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; margin: 0 0 8px; }
dl.rights dt { color: var(--quiet); }
dl.rights dd { margin: 0; }
table.rows { width: 100%; border-collapse: collapse; margin: 0 0 8px; table-layout: fixed; }
.rows th { text-align: left; font-size: 12px; font-weight: 600; color: var(--quiet); }
.rows th, .rows td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.rows tbody tr:last-child > td { border-bottom: 0; }
.rows th:first-child { width: 28%; }
.rows th:nth-child(2):not(:last-child) { width: 24%; }
.answers th:first-child { width: 12%; }
.clients th:first-child, .clients th:nth-child(2):not(:last-child) { width: 21%; }
.clients th:nth-child(3) { width: 18%; }
.rows details { margin-top: 4px; }
summary { cursor: pointer; color: var(--accent); }
@media (max-width: 860px) {
  body { display: block; }
  nav.beside { display: none; }
  header { padding: 0 16px; flex-wrap: wrap; gap: 0 12px; }
  details.above { display: block; padding: 12px 16px; border-bottom: 1px solid var(--line); }
  main { padding: 16px 16px 64px; }
  article, section.schema { padding: 12px; }
}
@media (max-width: 620px) {
  header span { display: none; }
  .rows thead { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; }
  .rows, .rows tbody, .rows tr, .rows td { display: block; }
  .rows td { border: 0; padding: 0 0 2px; }
  .rows tr { padding: 8px 0; border-bottom: 1px solid var(--line); }
  .rows tr:last-child { border-bottom: 0; }
  dl.rights { display: block; }
  dl.rights dd { margin: 0 0 6px; }
}
@media print { nav.beside, details.above { display: none; } body { display: block; } }
`
