/** The page of a material, and what stands there after a withdrawal. */
export const itemCss = `
.band.slim .wrap { padding-block: 12px; }
.band.slim .searchbox input { height: 50px; font-size: 1rem; }
.band.slim .searchbox .btn { min-height: 44px; margin: 3px; padding-block: 6px; }

/* Item page */
.item { display: grid; grid-template-columns: minmax(0, 1fr) 376px; grid-template-areas: "head media" "rights media" "details similar"; grid-template-rows: auto 1fr auto; column-gap: 72px; padding-top: 32px; padding-bottom: 72px; }
.item-head { grid-area: head; }
.item-media { grid-area: media; }
.item-rights { grid-area: rights; }
.item-details { grid-area: details; }
.item-similar { grid-area: similar; }
.item-head h1 { margin: 8px 0 18px; font-size: 2.5rem; line-height: 1.36; letter-spacing: -0.016em; }
.item-head h1 .sub { display: block; font-size: 1.625rem; line-height: 1.46; font-weight: var(--medium); letter-spacing: -0.006em; }
.lead { font-size: 1.125rem; line-height: 1.7; max-width: 62ch; }
.actions { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 24px; }
.item-rights section, .item-details, .item-similar { margin-top: 44px; }
.item-rights h2, .item-details h2, .item-similar h2 { margin-bottom: 14px; }
.page-preview { border: 1px solid var(--line); border-radius: var(--radius-s); overflow: hidden; background: var(--surface); }
.item-media figcaption { display: flex; align-items: center; justify-content: space-between; gap: 12px; min-height: var(--target); font-size: 0.9375rem; color: var(--ink-muted); }
.item-media figcaption a { display: inline-flex; align-items: center; min-height: var(--target); }
.item-media h2 { margin-top: 24px; padding-bottom: 8px; font-size: 1.125rem; }
.files li { border-top: 1px solid var(--line); }
.files li:last-child { border-bottom: 1px solid var(--line); }
.files b { display: block; font-weight: var(--medium); }
.files small { display: block; font-size: 0.875rem; line-height: 1.6; color: var(--ink-muted); }

.marks { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); border: 1px solid var(--line); border-radius: var(--radius-l); }
.marks li { display: flex; flex-direction: column; gap: 12px; padding: 18px 20px 20px; line-height: 1.5; }
.marks li + li { border-left: 1px solid var(--line); }
.marks .sign { display: grid; place-items: center; width: 32px; height: 32px; border-radius: 50%; background: var(--yes-bg); color: var(--yes); }
.marks .no .sign { background: var(--no-bg); color: var(--no); }
.marks .sign .icon { stroke-width: 2.25; }
.marks b { display: block; font-weight: var(--semibold); }
.marks .say { font-size: 0.9375rem; color: var(--ink-muted); }
.after-marks { margin-top: 14px; }
.after-marks a, .notes a { padding-block: 12px; }

.credit { border-left: 4px solid var(--accent); border-radius: 0 var(--radius-l) var(--radius-l) 0; background: var(--accent-soft); padding: 18px 24px 20px; }
.credit .line { font-size: 1.0625rem; line-height: 1.65; -webkit-user-select: all; user-select: all; overflow-wrap: anywhere; }
.credit .row { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; }
.credit .btn { margin-top: 16px; background: var(--bg); min-height: var(--target); padding-block: 8px; }
.credit-note { margin-top: 12px; color: var(--ink-muted); font-size: 0.9375rem; max-width: 66ch; }

.details { border-bottom: 1px solid var(--line); }
.details > div { display: grid; grid-template-columns: 184px minmax(0, 1fr); gap: 4px 24px; align-items: baseline; padding: 11px 0; border-top: 1px solid var(--line); }
.details dt { color: var(--ink-muted); }
.details dd a { padding-block: 12px; }
.item-similar { grid-area: similar; }
.item-similar .cards { grid-template-columns: minmax(0, 1fr); gap: 0; margin-top: 0; border-bottom: 1px solid var(--line); }
.item-similar .card { border-top: 1px solid var(--line); padding-block: 18px; }

/* Withdrawn */
.gone { padding-top: 44px; }
.gone > * { max-width: 760px; }
.gone .notes { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 56px; max-width: none; }
.state { display: inline-flex; align-items: center; gap: 8px; min-height: 32px; padding: 2px 14px 2px 10px; border: 1px solid var(--no); border-radius: 16px; color: var(--no); font-weight: var(--medium); font-size: 0.9375rem; }
.state .icon { width: 18px; height: 18px; }
.gone h1 { margin: 14px 0 12px; font-size: 2.25rem; line-height: 1.38; letter-spacing: -0.014em; }
.gone .details { margin-top: 24px; }
.gone h2 { margin: 32px 0 6px; font-size: 1.125rem; }

.formats { display: flex; flex-wrap: wrap; align-items: center; gap: 0 24px; margin-bottom: 28px; padding-bottom: 20px; border-bottom: 1px solid var(--line); }
.formats h2 { font-size: 0.9375rem; font-weight: var(--medium); line-height: 1.6; }
.formats ul { display: flex; flex-wrap: wrap; gap: 0 24px; }
.page-preview img { display: block; width: 100%; height: auto; }
.also { margin-top: 8px; }
.also a { display: inline-flex; align-items: center; min-height: var(--target); }
.files li { padding: 12px 0 4px; line-height: 1.5; overflow-wrap: anywhere; }
.files li > p { font-size: 0.9375rem; }
.files .ways { display: flex; flex-wrap: wrap; gap: 0 20px; }
.files .ways a { display: inline-flex; align-items: center; gap: 8px; min-height: var(--target); }
.files .ways .icon { width: 18px; height: 18px; }
.details dd { overflow-wrap: anywhere; }

@media (max-width: 1079px) {
  .item { grid-template-columns: minmax(0, 1fr) 312px; column-gap: 48px; }
}
@media (max-width: 859px) {
  .item { grid-template-columns: minmax(0, 1fr); grid-template-areas: "head" "media" "rights" "details" "similar"; grid-template-rows: none; }
  .item-media { margin-top: 28px; max-width: 420px; }
}
@media (max-width: 719px) {
  .band.slim .wrap { padding-block: 8px; }
  .item { padding-top: 20px; padding-bottom: 48px; }
  .item-head h1, .gone h1 { font-size: 1.625rem; line-height: 1.42; margin: 6px 0 12px; letter-spacing: -0.008em; }
  .lead { font-size: 1.0625rem; line-height: 1.65; }
  .actions { margin-top: 20px; }
  .actions .btn { width: 100%; }
  .item-media { max-width: none; }
  .item-head h1 .sub { font-size: 1.25rem; line-height: 1.5; }
  .item-rights section, .item-details, .item-similar { margin-top: 36px; }
  .marks { grid-template-columns: minmax(0, 1fr); }
  .marks li { flex-direction: row; gap: 14px; padding: 14px 16px; }
  .marks li + li { border-left: 0; border-top: 1px solid var(--line); }
  .credit { padding: 16px; }
  .credit .btn { width: 100%; }
  .details > div { grid-template-columns: minmax(0, 1fr); gap: 0; padding: 10px 0; }
  .details dt { font-size: 0.875rem; }
  .item-similar .card { padding-block: 16px; }
  .gone .notes { grid-template-columns: minmax(0, 1fr); }
  .gone { padding-top: 24px; }
  .gone h1 { margin-top: 12px; }
  .gone .details { margin-top: 20px; }
  .gone .details > div { grid-template-columns: 112px minmax(0, 1fr); gap: 0 12px; }
  .gone h2 { margin-top: 24px; }
  .formats { display: block; }
}
@media print {
  .band, .actions, .item-similar, .credit .btn, .ways { display: none; }
  .item { display: block; padding: 0; }
  .item-media { max-width: 240px; }
}
`;
