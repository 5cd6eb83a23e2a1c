/** What a mail says, before it has a form. */
export interface Letter {
  lang: string;
  subject: string;
  greeting: string;
  /** Paragraphs in their order; one that is empty leaves no gap. */
  paragraphs: string[];
  /** A digest: what it tells of, each with its address. */
  lines?: { text: string; link: string }[];
  action: { label: string; link: string };
  office: string;
  settings: string;
}

const escaped = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? '',
  );

const filled = (paragraphs: string[]) => paragraphs.map((one) => one.trim()).filter(Boolean);

export function asText(letter: Letter): string {
  const { greeting, paragraphs, lines = [], action, office, settings } = letter;
  return [
    greeting,
    ...filled(paragraphs),
    ...lines.map(({ text, link }) => `• ${text}\n  ${link}`),
    `${action.label}:\n${action.link}`,
    office,
    settings,
  ].join('\n\n');
}

const PARAGRAPH = 'margin:0 0 16px';
const BUTTON =
  'display:inline-block;padding:12px 20px;background:#0b5d4f;color:#ffffff;text-decoration:none;border-radius:6px';
const SMALL = 'margin:0 0 8px;font-size:13px;color:#555555';

/**
 * One column that fits a phone, system letters, and nothing that is fetched from anywhere: no image,
 * no style sheet, no mark that tells when it was read.
 */
export function asHtml(letter: Letter): string {
  const { lang, subject, greeting, paragraphs, lines = [], action, office, settings } = letter;
  const said = [greeting, ...filled(paragraphs)].map(
    (one) => `<p style="${PARAGRAPH}">${escaped(one).replaceAll('\n', '<br>')}</p>`,
  );
  const list = lines.map(
    ({ text, link }) =>
      `<li style="margin:0 0 12px"><a href="${escaped(link)}" style="color:#0b5d4f">${escaped(text)}</a></li>`,
  );
  return [
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escaped(subject)}</title></head>`,
    '<body style="margin:0;padding:16px;background:#ffffff;color:#1a1a1a;font:16px/1.5 system-ui,-apple-system,Segoe UI,Roboto,sans-serif">',
    '<div style="max-width:560px;margin:0 auto;overflow-wrap:anywhere">',
    ...said,
    ...(list.length > 0
      ? ['<ul style="margin:0 0 16px;padding:0 0 0 20px">', ...list, '</ul>']
      : []),
    `<p style="margin:24px 0"><a href="${escaped(action.link)}" style="${BUTTON}">${escaped(action.label)}</a></p>`,
    '<hr style="border:0;border-top:1px solid #dddddd;margin:24px 0 16px">',
    `<p style="${SMALL}">${escaped(office)}</p>`,
    `<p style="${SMALL}">${escaped(settings)}</p>`,
    '</div></body></html>',
  ].join('\n');
}
