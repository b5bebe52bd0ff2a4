import { markup } from './markup.js';

/** The page's only style sheet: light and dark, phone to desk, screen and paper. */
export const styleSheet = markup`
:root { color-scheme: light dark; --page: #f6f7f9; --surface: #fff; --ink: #17202b; --soft: #566272; --line: #dde2e9;
  --accent: #1d4f91; --mine: #e3edfa; --theirs: #f1f3f6; --note: #fff4d6; --note-ink: #664400; --note-line: #e3b341; }
@media (prefers-color-scheme: dark) {
  :root { --page: #11161d; --surface: #1a212b; --ink: #e8edf3; --soft: #a3afbd; --line: #303a47;
    --accent: #8fbcf5; --mine: #1f3654; --theirs: #242d39; --note: #372c10; --note-ink: #f3d48a; --note-line: #8a6a1e; } }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; max-width: 62rem; padding: 0 1.25rem 4rem; background: var(--page); color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font-size: clamp(2rem, 6vw, 2.75rem); letter-spacing: -0.02em; }
h2 { font-size: 1.6rem; letter-spacing: -0.01em; margin: 3rem 0 1rem; padding-bottom: 0.4rem; border-bottom: 2px solid var(--accent); }
h3 { font-size: 1.2rem; margin: 2rem 0 0.75rem; }
h4, h5, h6 { font-size: 1.05rem; }
h2 .quiet, h3 .quiet, h4 .quiet { font-weight: 400; letter-spacing: 0; }
p { margin: 0.5rem 0; }
a { color: var(--accent); text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--surface); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.quiet, .meta { color: var(--soft); font-size: 0.875rem; }
.opening { padding: 3.5rem 0 0; }
.opening nav { margin-bottom: 0.5rem; }
main > :first-child > h2:first-child { margin-top: 1.5rem; }
.eyebrow { color: var(--accent); font-weight: 600; margin: 0 0 0.5rem; }
.lead { font-size: 1.125rem; max-width: 42rem; color: var(--soft); margin: 1rem 0 2rem; }
.facts { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: 0;
  padding: 1.25rem 0; border-block: 1px solid var(--line); }
.facts dt { color: var(--soft); font-size: 0.875rem; }
.facts dd { margin: 0; font-weight: 600; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; list-style: none; margin: 1rem 0; padding: 0; }
.notice { background: var(--note); color: var(--note-ink); border: 1px solid var(--note-line); border-radius: 8px;
  padding: 0.75rem 1rem; margin: 1.25rem 0; }
.connection .notice h4 { margin: 0; }
.notice ul { margin: 0.5rem 0 0; padding-inline-start: 1.25rem; }
.notice a { color: inherit; }
.connection { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 1.25rem;
  margin: 0 0 1.25rem; }
.connection h3 { margin: 0; }
.connection h4 { margin-top: 1.25rem; }
.pages { gap: 0.25rem 1.5rem; margin: 0.75rem 0; }
.plain { padding-inline-start: 1.25rem; }
.read { font-weight: 600; }
#search-form { margin-top: 1.25rem; }
#search-form label { display: block; font-weight: 600; margin-bottom: 0.25rem; }
#search-form input { width: min(100%, 28rem); font: inherit; color: inherit; background: var(--surface);
  border: 1px solid var(--soft); border-radius: 8px; padding: 0.5rem 0.75rem; }
#search-result { min-height: 1.6em; }
::highlight(found) { background: #ffe08a; color: #17202b; }
.preview { display: block; max-width: 100%; max-height: 20rem; margin-top: 0.5rem; border-radius: 6px; }
.found { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); }
.found li { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.25rem; }
.found p { margin: 0 0 0.25rem; font-size: 0.9375rem; }
.found p.quiet { font-size: 0.875rem; }
.found p.count { font-size: 1.05rem; font-weight: 600; }
.count strong { font-size: 1.75rem; font-variant-numeric: tabular-nums; margin-inline-end: 0.25rem; }
.gaps { margin: 0; }
.gaps > div { padding: 0.75rem 0; border-bottom: 1px solid var(--line); font-size: 0.9375rem; }
.gaps > div:last-child { border-bottom: 0; padding-bottom: 0; }
.gaps dt { font-weight: 600; }
.gaps dd { margin: 0; color: var(--soft); }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 1.25rem;
  margin: 0 0 1.25rem; }
.card > header { margin-bottom: 0.75rem; }
.card > header h3 { margin: 0; }
.card > header p { margin: 0.15rem 0 0; }
.nested { margin-top: 2rem; padding-top: 1.25rem; border-top: 2px solid var(--line); }
.nested > h4, .nested > h5, .nested > h6 { margin-bottom: 0.75rem; }
.nested > .card { background: var(--page); --theirs: var(--surface); }
.nested > .card:last-child { margin-bottom: 0; }
.fields { margin: 0; display: grid; gap: 0 2rem; }
.fields > div { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: 0 1rem; padding: 0.4rem 0;
  border-bottom: 1px solid var(--line); }
.fields > div:last-child { border-bottom: 0; }
.fields dt { color: var(--soft); font-size: 0.875rem; }
.fields dd { margin: 0; white-space: pre-wrap; }
.fields > .group { grid-template-columns: 1fr; }
.fields > .group > dt { font-weight: 600; color: var(--ink); padding-top: 0.4rem; }
.fields > .group > dd { white-space: normal; border-inline-start: 2px solid var(--line); padding-inline-start: 1rem; }
.fields .fields > div { border: 0; padding: 0.2rem 0; }
.values { margin: 0; padding-inline-start: 1.1rem; white-space: normal; }
.text { white-space: pre-wrap; }
.formatted { white-space: normal; }
.formatted pre { white-space: pre-wrap; font-size: 0.875rem; }
.formatted blockquote { margin: 0.5rem 0; padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--line); }
.formatted .item { padding-inline-start: 1.1rem; }
.formatted .item::before { content: "•"; display: inline-block; width: 1.1rem; margin-inline-start: -1.1rem; }
details { margin: 0.5rem 0; }
summary { cursor: pointer; color: var(--soft); font-size: 0.875rem; }
.thread { list-style: none; margin: 1rem 0 0; padding: 0; display: flex; flex-direction: column; gap: 0.75rem; }
.message { max-width: min(85%, 44rem); align-self: flex-start; background: var(--theirs);
  border-radius: 4px 14px 14px 14px; padding: 0.6rem 0.9rem 0.75rem; content-visibility: auto;
  contain-intrinsic-size: auto 5rem; }
.message.subject { align-self: flex-end; background: var(--mine); border-radius: 14px 4px 14px 14px; }
.message.bot { background: none; border: 1px solid var(--line); }
.message.internal { background: var(--note); color: var(--note-ink); border: 1px dashed var(--note-line); }
.message .meta { margin: 0 0 0.15rem; }
.message .meta strong { color: var(--ink); }
.message.internal .meta, .message.internal .quiet, .message.internal .meta strong { color: inherit; }
.subject-line { font-weight: 600; }
.badge { border: 1px solid currentcolor; border-radius: 999px; padding: 0 0.5rem; font-size: 0.75rem;
  font-weight: 600; white-space: nowrap; }
.files { list-style: none; margin: 0.5rem 0 0; padding: 0; display: grid; gap: 0.35rem; }
.files li { border: 1px solid var(--line); border-radius: 6px; background: var(--surface); color: var(--ink);
  padding: 0.35rem 0.7rem; }
code { font-size: 0.9em; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.875rem; }
@media (max-width: 40rem) {
  .opening { padding-top: 2rem; }
  .fields > div { grid-template-columns: 1fr; }
  .card { padding: 1rem; }
  .message { max-width: 94%; }
}
@page { margin: 1.5cm; }
@media print {
  :root { color-scheme: light; --page: #fff; --surface: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #000;
    --mine: #eee; --theirs: #fff; --note: #fff; --note-ink: #000; --note-line: #888; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav, .skip, #search-form { display: none; }
  .opening { padding-top: 0; }
  h2 { margin-top: 1.5rem; }
  a { color: inherit; }
  .message { content-visibility: visible; border: 1px solid var(--line); break-inside: avoid; }
  h2, h3, h4, h5, h6, header { break-after: avoid; }
  .card, .found li, .connection { border-color: #888; }
  .preview { max-height: 8cm; break-inside: avoid; }
  .found li { break-inside: avoid; }
}
`;
