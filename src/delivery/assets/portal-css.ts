import { noticeCss } from './notice-css';
import { fontFaces } from './fonts';
import { itemCss } from './item-css';

/**
 * The look of the public pages: sized for reading, AA contrast (4.5:1) in light and dark, no line
 * height under 1.3 on titles and 1.5 on text, since Vietnamese stacks its marks.
 */
export const portalCss = `${fontFaces}
:root {
  color-scheme: light dark;
  --font: "Be Vietnam Pro", "Segoe UI", Roboto, "Noto Sans", system-ui, sans-serif;
  --font-mono: ui-monospace, "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono", monospace;
  --regular: 400; --medium: 500; --semibold: 600;
  --target: 44px;
  --radius-s: 4px; --radius: 6px; --radius-l: 8px;
  --gutter: 24px;
  --page: 1136px;

  --bg: #ffffff;
  --surface: #f6f7f7;
  --ink: #1b2022;
  --ink-muted: #575e60;
  --line: #dfe2e2;
  --line-strong: #b5babb;
  --line-input: #7c8385;
  --accent: #0f5c6e;
  --accent-fill: #0f5c6e;
  --accent-fill-hover: #0b4958;
  --on-fill: #ffffff;
  --accent-soft: #e6f1f3;
  --accent-line: #9cc4cd;
  --focus: #0f7f99;
  --mark: #fdeebd;
  --mark-ink: #1b2022;
  --yes: #17673a; --yes-bg: #dff2e5;
  --no: #9a2822;  --no-bg: #fbe6e3;
  /* The band that holds the search box */
  --band: #0f5c6e;
  --band-ink: #ffffff;
  --band-ink-muted: #d3e7eb;
  --band-drawing: #3d8192;
  --band-field: #ffffff;
  --band-field-ink: #1b2022;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #141718;
    --surface: #1b1f20;
    --ink: #e8ebeb;
    --ink-muted: #acb3b4;
    --line: #2f3536;
    --line-strong: #535a5c;
    --line-input: #788082;
    --accent: #7fc8d6;
    --accent-fill: #1a7689;
    --accent-fill-hover: #21869b;
    --on-fill: #ffffff;
    --accent-soft: #15292e;
    --accent-line: #2f5f6a;
    --focus: #7fd3e4;
    --mark: #4d4017;
    --mark-ink: #fbf3dc;
    --yes: #93d8ab; --yes-bg: #17331f;
    --no: #f5aca5;  --no-bg: #421d1a;
    --band: #10343e;
    --band-ink: #f2f7f8;
    --band-ink-muted: #b4ced4;
    --band-drawing: #285866;
    --band-field: #141718;
    --band-field-ink: #e8ebeb;
  }
}
@media (max-width: 719px) { :root { --gutter: 16px; } }

/* Ground */
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 16px; }
body { margin: 0; background: var(--bg); color: var(--ink); font: var(--regular) 1rem/1.625 var(--font); font-kerning: normal; overflow-wrap: break-word; }
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1, h2, h3 { font-weight: var(--semibold); text-wrap: balance; }
p, dd { text-wrap: pretty; }
h2 { font-size: 1.375rem; line-height: 1.5; letter-spacing: -0.005em; }
a { color: var(--accent); text-underline-offset: 0.22em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
button, input { font: inherit; color: inherit; }
svg { display: block; flex: none; }
.icon { width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
mark { background: var(--mark); color: var(--mark-ink); border-radius: 2px; padding: 0 1px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: var(--radius-s); }
[tabindex="-1"]:focus { outline: none; }
[hidden] { display: none !important; }
.wrap { max-width: calc(var(--page) + 2 * var(--gutter)); margin-inline: auto; padding-inline: var(--gutter); }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.muted { color: var(--ink-muted); }
.code { font-family: var(--font-mono); font-size: 0.9375em; overflow-wrap: anywhere; }
.skip { position: absolute; left: var(--gutter); top: 8px; z-index: 2; padding: 10px 16px; background: var(--bg); border-radius: var(--radius); transform: translateY(-80px); }
.skip:focus { transform: none; }

/* Buttons */
.btn { display: inline-flex; align-items: center; justify-content: center; gap: 10px; min-height: 48px; padding: 10px 20px; border: 1px solid var(--line-input); border-radius: var(--radius); background: transparent; color: var(--ink); font-weight: var(--medium); line-height: 1.5; text-decoration: none; cursor: pointer; }
.btn:hover { background: var(--surface); }
.btn .extra { margin-left: 6px; font-weight: var(--regular); }
.btn-primary { border-color: var(--accent-fill); background: var(--accent-fill); color: var(--on-fill); }
.btn-primary:hover { background: var(--accent-fill-hover); border-color: var(--accent-fill-hover); }

/* Header */
.top { border-bottom: 1px solid var(--line); }
.top .wrap { display: flex; align-items: center; gap: 8px 32px; min-height: 72px; }
.brand { display: inline-flex; align-items: center; gap: 12px; min-height: var(--target); color: var(--ink); text-decoration: none; line-height: 1.35; }
.brand > svg { width: 36px; height: 36px; }
.brand b { display: block; font-weight: var(--semibold); font-size: 1.0625rem; }
.brand small { display: block; font-size: 0.8125rem; color: var(--ink-muted); }
.site-nav { flex: 1; }
.site-nav summary { display: none; }
.site-nav ul { display: flex; gap: 4px; }
.site-nav a, .langs > * { display: inline-flex; align-items: center; min-height: var(--target); padding: 0 12px; color: var(--ink); text-decoration: none; white-space: nowrap; border-radius: var(--radius-s); }
.site-nav a:hover, .langs a:hover { text-decoration: underline; }
.site-nav a[aria-current] { font-weight: var(--medium); color: var(--accent); box-shadow: inset 0 -2px 0 var(--accent); border-radius: 0; }
.langs { display: flex; align-items: center; margin-right: -12px; }
.langs [aria-current] { font-weight: var(--medium); }
.langs a { color: var(--accent); }
.langs > * + * { position: relative; }
.langs > * + *::before { content: ""; position: absolute; left: 0; height: 18px; border-left: 1px solid var(--line-strong); }

/* Search band */
.band { position: relative; overflow: hidden; background: var(--band); color: var(--band-ink); }
.band .wrap { position: relative; padding-block: 30px 28px; }
.band h1 { font-size: 1.875rem; line-height: 1.4; letter-spacing: -0.01em; margin-bottom: 12px; }
.band .hint { margin-top: 10px; font-size: 0.9375rem; color: var(--band-ink-muted); }
.band .drawing { position: absolute; right: calc(var(--gutter) + 24px); bottom: 0; width: 187px; height: 182px; fill: none; stroke: var(--band-drawing); stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.band :focus-visible { outline-color: var(--band-ink); }
.searchbox { position: relative; display: flex; max-width: 760px; border-radius: var(--radius-l); background: var(--band-field); color: var(--band-field-ink); }
.searchbox > svg { position: absolute; left: 18px; top: 50%; margin-top: -11px; width: 22px; height: 22px; color: var(--ink-muted); pointer-events: none; }
.searchbox input { flex: 1; min-width: 0; height: 60px; padding: 0 12px 0 52px; border: 0; background: transparent; font-size: 1.125rem; border-radius: var(--radius-l); appearance: none; }
.searchbox input::placeholder { color: var(--ink-muted); opacity: 1; }
.searchbox input::-webkit-search-cancel-button { display: none; }
.searchbox .btn { min-width: 104px; margin: 6px; }
.searchbox .btn:focus-visible { outline-color: var(--on-fill); outline-offset: -6px; }
@supports selector(:has(*)) {
  .searchbox:has(input:focus-visible) { outline: 3px solid var(--focus); outline-offset: 3px; }
  .band .searchbox:has(input:focus-visible) { outline-color: var(--band-ink); }
  .searchbox input:focus-visible { outline: none; }
}
/* The same box on a plain page: a field with a border */
.searchbox.plain { border: 1px solid var(--line-input); background: var(--bg); color: var(--ink); }
.searchbox.plain input { height: 54px; font-size: 1.0625rem; }
.searchbox.plain .btn { min-height: 44px; padding-block: 8px; margin: 5px; }

/* Results page */
.results-grid { display: grid; grid-template-columns: 256px minmax(0, 1fr); column-gap: 56px; padding-top: 28px; padding-bottom: 72px; align-items: start; }
.filters > summary { display: none; }
.filters h2 { font-size: 1.125rem; min-height: var(--target); display: flex; align-items: center; }
.facet { border-top: 1px solid var(--line); }
.facet > summary { display: flex; align-items: center; justify-content: space-between; gap: 8px; min-height: 52px; font-weight: var(--medium); cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
.facet > summary .icon { color: var(--ink-muted); }
details[open] > summary .chev { transform: rotate(180deg); }
.facet ul { padding-bottom: 12px; }
.facet label { display: grid; grid-template-columns: 20px minmax(0, 1fr) auto; gap: 12px; align-items: start; min-height: var(--target); padding: 10px 0; line-height: 1.5; font-size: 0.9375rem; cursor: pointer; }
.facet label:hover .name { text-decoration: underline; text-underline-offset: 0.22em; }
.facet .n { color: var(--ink-muted); font-variant-numeric: tabular-nums; }
.facet .more { display: inline-flex; align-items: center; min-height: var(--target); font-size: 0.9375rem; }
input[type="checkbox"] { appearance: none; width: 20px; height: 20px; margin: 1px 0 0; border: 1.5px solid var(--line-input); border-radius: 3px; background: var(--bg) center / 14px no-repeat; cursor: pointer; }
input[type="checkbox"]:checked { border-color: var(--accent-fill); background-color: var(--accent-fill); background-image: url("/assets/check.svg"); }
.filters .apply { width: 100%; margin-top: 16px; }

.results-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 24px; }
.results-head h2 { min-height: var(--target); display: flex; align-items: center; }
.sort { display: flex; align-items: center; font-size: 0.9375rem; margin-right: -10px; }
.sort a { display: inline-flex; align-items: center; min-height: var(--target); padding: 0 10px; color: var(--ink-muted); text-decoration: none; }
.sort a:hover { text-decoration: underline; }
.sort a[aria-current] { color: var(--ink); font-weight: var(--medium); text-decoration: underline; text-decoration-color: var(--accent); text-decoration-thickness: 2px; text-underline-offset: 0.45em; }
.chips { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; padding: 6px 0 16px; font-size: 0.9375rem; }
.chips a { display: inline-flex; align-items: center; gap: 8px; min-height: var(--target); }
.chip { padding: 0 10px 0 16px; border-radius: 22px; background: var(--accent-soft); color: var(--ink); text-decoration: none; }
.chip .icon { width: 18px; height: 18px; color: var(--accent); }
.chip:hover { text-decoration: underline; }

.hit { display: grid; grid-template-columns: 96px minmax(0, 1fr); column-gap: 24px; padding: 24px 0; border-top: 1px solid var(--line); }
.thumb { width: 96px; height: 128px; border-radius: var(--radius-s); }
.hit .thumb { grid-row: 1 / 3; }
.kind { display: flex; flex-wrap: wrap; align-items: center; gap: 0 10px; font-size: 0.9375rem; line-height: 1.6; color: var(--ink-muted); }
.kind .icon { width: 18px; height: 18px; color: var(--accent); }
.kind b { font-weight: var(--medium); color: var(--ink); margin-left: -2px; }
.hit h3 { text-wrap: wrap; margin: 3px 0 4px; font-size: 1.25rem; line-height: 1.5; letter-spacing: -0.003em; }
.hit h3 a { padding-block: 10px; text-decoration: none; }
.hit h3 a:hover { text-decoration: underline; }
.hit h3 mark { color: inherit; }
.hit .snippet { max-width: 68ch; }
.facts { display: flex; flex-wrap: wrap; gap: 2px 24px; margin-top: 10px; font-size: 0.9375rem; line-height: 1.6; color: var(--ink-muted); }
.facts > * { display: inline-flex; align-items: flex-start; gap: 8px; }
.facts .icon { width: 18px; height: 18px; margin-top: 3px; }
.facts .allow { flex-basis: 100%; color: var(--yes); }
.more-results { display: flex; flex-wrap: wrap; align-items: center; gap: 12px 24px; padding-top: 28px; border-top: 1px solid var(--line); }

/* Cards */
.cards { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 24px 40px; margin-top: 20px; }
.card { position: relative; display: grid; grid-template-columns: 84px minmax(0, 1fr); column-gap: 18px; align-items: start; }
.card .thumb { width: 84px; height: 112px; }
.card h3 { margin: 2px 0 4px; font-size: 1.0625rem; line-height: 1.5; text-wrap: wrap; }
.card h3 a { text-decoration: none; }
.card h3 a::after { content: ""; position: absolute; inset: 0; }
.card h3 a:focus-visible { outline: none; }
.card h3 a:focus-visible::after { outline: 3px solid var(--focus); outline-offset: 4px; border-radius: var(--radius-s); }
.card:hover h3 a { text-decoration: underline; }
.card .kind { align-items: flex-start; }
.card .kind .icon { margin-top: 2px; }
.card .kind, .card .from { font-size: 0.875rem; line-height: 1.6; color: var(--ink-muted); }

/* Home */
.elsewhere { margin-top: 40px; border-top: 1px solid var(--line); padding-block: 32px 64px; }
.elsewhere .searchbox { max-width: 760px; margin-top: 12px; }
.topics { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); column-gap: 40px; margin-top: 28px; }
.topics li { border-top: 1px solid var(--line); }
.topics a { display: flex; align-items: center; justify-content: space-between; gap: 12px; min-height: 48px; padding-block: 8px; line-height: 1.5; text-decoration: none; }
.topics a:hover .name { text-decoration: underline; text-underline-offset: 0.22em; }
.topics .n { color: var(--ink-muted); font-variant-numeric: tabular-nums; }
.elsewhere h2.second { margin-top: 44px; }

/* Footer */
.foot { border-top: 1px solid var(--line); background: var(--surface); padding-block: 36px 40px; font-size: 0.9375rem; }
.foot a { display: inline-flex; align-items: center; min-width: var(--target); min-height: var(--target); }
.foot-grid { display: grid; grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr) minmax(0, 1fr); gap: 28px 56px; }
.foot-grid h2 { font-size: 0.9375rem; line-height: 1.6; margin-bottom: 2px; }
.foot-grid .owner p { max-width: 44ch; color: var(--ink-muted); }
.foot-grid .owner .name { font-weight: var(--semibold); color: var(--ink); }

/* Wide: the filters and the menu stand open beside the content. Where a browser cannot, they stay details to open. */
@media (min-width: 960px) {
  @supports selector(::details-content) {
    .filters::details-content { content-visibility: visible; display: block; }
  }
  @supports not selector(::details-content) {
    .filters > summary { display: flex; }
  }
}
@media (min-width: 720px) {
  @supports selector(::details-content) {
    .site-nav::details-content { content-visibility: visible; display: block; }
  }
  @supports not selector(::details-content) {
    .site-nav > summary { display: flex; }
  }
}

@media (max-width: 1079px) {
  .band .drawing { display: none; }
  .cards { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .topics { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
@media (max-width: 959px) {
  .brand small, .langs [aria-current], .langs > * + *::before { display: none; }
  .results-grid { grid-template-columns: minmax(0, 1fr); padding-top: 12px; }
  .filters { border: 1px solid var(--line-input); border-radius: var(--radius); margin-bottom: 8px; }
  .filters > summary { display: flex; align-items: center; gap: 10px; min-height: 46px; padding: 0 14px; font-weight: var(--medium); cursor: pointer; list-style: none; }
  .filters > summary .chev { margin-left: auto; color: var(--ink-muted); }
  .filters h2 { display: none; }
  .filters form { padding: 0 14px 16px; }
}
@media (max-width: 859px) {
  .foot-grid { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .foot-grid .owner { grid-column: 1 / -1; }
}
@media (max-width: 719px) {
  h2 { font-size: 1.25rem; }
  .top .wrap { min-height: 60px; gap: 4px; position: relative; }
  .brand { gap: 10px; margin-right: auto; }
  .brand > svg { width: 32px; height: 32px; }
  .brand b { font-size: 1rem; }
  .langs { order: 2; margin: 0; }
  .langs a { padding: 0 10px; }
  .site-nav { flex: none; order: 3; margin-right: -10px; }
  .site-nav > summary { display: grid; place-items: center; width: var(--target); height: var(--target); cursor: pointer; list-style: none; border-radius: var(--radius-s); }
  .site-nav > summary .icon { width: 24px; height: 24px; }
  .site-nav ul { position: absolute; z-index: 3; left: 0; right: 0; top: 100%; flex-direction: column; gap: 0; padding: 8px var(--gutter) 12px; background: var(--bg); border-block: 1px solid var(--line); }
  .site-nav a { display: flex; padding: 0; min-height: 48px; }
  .site-nav a[aria-current] { box-shadow: none; }
  .band .wrap { padding-block: 14px 14px; }
  .band h1 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .band .hint { margin-top: 6px; font-size: 0.875rem; }
  .searchbox input { height: 52px; padding-left: 44px; font-size: 1rem; }
  .searchbox > svg { left: 14px; width: 20px; height: 20px; margin-top: -10px; }
  .searchbox .btn { min-width: 64px; min-height: 44px; padding: 8px 14px; margin: 4px; }
  .searchbox.plain input { height: 52px; font-size: 1rem; padding-right: 4px; }
  .searchbox.plain .btn { margin: 3px; }
  .results-head h2 { min-height: 0; padding-top: 6px; }
  .sort { margin-left: -10px; }
  .chips { padding: 0 0 12px; }
  .hit { grid-template-columns: 60px minmax(0, 1fr); column-gap: 16px; padding: 20px 0; }
  .hit .thumb { grid-row: 1; width: 60px; height: 80px; }
  .hit .body { grid-column: 1 / -1; margin-top: 10px; }
  .hit h3 { font-size: 1.0625rem; margin: 2px 0 0; }
  .kind { font-size: 0.875rem; }
  .facts { font-size: 0.9375rem; margin-top: 8px; }
  .cards, .topics { grid-template-columns: minmax(0, 1fr); }
  .cards { gap: 20px; }
  .elsewhere { padding-block: 28px 44px; }
  .elsewhere { margin-top: 32px; }
  .foot-grid { grid-template-columns: minmax(0, 1fr); }
}

@media (forced-colors: active) {
  input[type="checkbox"] { appearance: auto; }
}
@media print { .top, .band form, .filters, .foot { display: none; } }

.sprite { position: absolute; width: 0; height: 0; }
img.thumb { object-fit: cover; object-position: top; border: 1px solid var(--line); background: var(--surface); }
.blank { display: grid; place-items: center; border: 1px solid var(--line); background: var(--surface); color: var(--ink-muted); }
.blank .icon { width: 32px; height: 32px; stroke-width: 1.5; }
.open { display: flex; flex-wrap: wrap; gap: 0 20px; margin-top: 6px; font-size: 0.9375rem; }
.open a { display: inline-flex; align-items: center; gap: 8px; min-height: var(--target); overflow-wrap: anywhere; }
.open .icon { width: 18px; height: 18px; }
.open small { color: var(--ink-muted); font-size: 0.875rem; }
.home { padding-block: 40px 64px; }
.home .about { max-width: 68ch; font-size: 1.0625rem; line-height: 1.7; margin-top: 10px; }
.home section + section { margin-top: 48px; }
.doors { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 56px; border-top: 1px solid var(--line); padding-top: 28px; }
.doors p { margin: 8px 0 16px; max-width: 56ch; }
.message { border-left: 4px solid var(--accent); background: var(--accent-soft); border-radius: 0 var(--radius-l) var(--radius-l) 0; padding: 16px 24px; margin-top: 16px; }
.message b { font-weight: var(--semibold); }

/* API documentation */
.docs { display: grid; grid-template-columns: 256px minmax(0, 1fr); column-gap: 56px; padding-block: 32px 72px; align-items: start; }
.docs-nav { position: sticky; top: 24px; max-height: calc(100vh - 48px); overflow: auto; font-size: 0.9375rem; }
.docs .docs-nav h2 { font-size: 0.9375rem; margin: 18px 0 2px; }
.docs .docs-nav h2:first-child { margin-top: 0; }
.docs-nav a { display: flex; align-items: center; min-height: 36px; color: var(--ink); text-decoration: none; }
.docs-nav a:hover { text-decoration: underline; }
.docs h1 { font-size: 2.125rem; line-height: 1.4; letter-spacing: -0.012em; }
.docs .lead { font-size: 1.0625rem; max-width: 68ch; margin: 8px 0 20px; }
.docs .rules { list-style: disc; padding-left: 20px; max-width: 72ch; }
.docs .rules li { padding: 4px 0; }
.docs h2 { margin-top: 48px; }
.op { border-top: 1px solid var(--line); margin-top: 28px; padding-top: 24px; scroll-margin-top: 16px; }
.op h3 { font-size: 1.1875rem; line-height: 1.5; }
.op h4 { font-size: 0.9375rem; font-weight: var(--semibold); margin: 18px 0 4px; }
.op .path { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 12px; margin: 4px 0 8px; }
.op .method { font-weight: var(--semibold); color: var(--yes); font-size: 0.875rem; }
.op p { max-width: 72ch; }
.docs table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
.docs th { text-align: left; font-weight: var(--medium); color: var(--ink-muted); padding: 6px 16px 6px 0; border-bottom: 1px solid var(--line); }
.docs td { vertical-align: top; padding: 8px 16px 8px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.docs td small { display: block; color: var(--ink-muted); font-size: 0.875rem; }
.docs .scroll { overflow-x: auto; }
.shell { position: relative; margin-top: 6px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); }
.shell pre { margin: 0; padding: 14px 96px 14px 16px; overflow-x: auto; font: 0.875rem/1.6 var(--font-mono); -webkit-user-select: all; user-select: all; white-space: pre-wrap; overflow-wrap: anywhere; }
.shell button { position: absolute; right: 6px; top: 6px; min-height: 36px; padding: 4px 14px; border: 1px solid var(--line-input); border-radius: var(--radius-s); background: var(--bg); font-size: 0.875rem; cursor: pointer; }
.status { font-variant-numeric: tabular-nums; font-weight: var(--medium); }
@media (max-width: 959px) {
  .docs { grid-template-columns: minmax(0, 1fr); }
  .docs-nav { position: static; max-height: none; border: 1px solid var(--line); border-radius: var(--radius); padding: 0 16px 12px; margin-bottom: 24px; }
}
@media (max-width: 719px) {
  .doors { grid-template-columns: minmax(0, 1fr); gap: 28px; }
  .docs h1 { font-size: 1.625rem; }
}
${itemCss}
${noticeCss}`;
