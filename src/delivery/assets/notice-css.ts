/** The form by which people say that a material infringes something. */
export const noticeCss = `
.notice { max-width: calc(44rem + 2 * var(--gutter)); padding-block: 40px 64px; }
.notice > * + * { margin-top: 16px; }
.notice h1 { font-size: 1.875rem; line-height: 1.35; }
.notice h2 { margin-top: 32px; }
.notice .rules { list-style: disc; padding-left: 1.25em; }
.notice .rules li + li { margin-top: 8px; }
.notice form { margin-top: 32px; }
.notice .field + .field { margin-top: 24px; }
.notice label { display: block; font-weight: var(--medium); }
.notice .help { color: var(--ink-muted); font-size: 0.9375rem; }
.notice .wrong { color: var(--no); font-weight: var(--medium); }
.notice p.wrong[role] { padding: 12px 16px; border-radius: var(--radius); background: var(--no-bg); }
.notice input, .notice select, .notice textarea { display: block; width: 100%; min-height: 48px; margin-top: 6px; padding: 10px 12px; border: 1px solid var(--line-input); border-radius: var(--radius); background: var(--bg); color: inherit; font: inherit; }
.notice textarea { resize: vertical; }
.notice [aria-invalid] { border-color: var(--no); }
.notice .aside { position: absolute; left: -200vw; width: 1px; height: 1px; overflow: hidden; }
.notice .actions { margin-top: 32px; }
`;
