import type { Lang } from '../../../i18n/translate';
import type { Snapshot } from '../../../publishing/read/snapshot';
import { presentJsonLd } from '../../presenters/material-jsonld';
import { fileAddress, materialAddress, pageAddress } from '../../presenters/material';
import { words } from '../layout';
import { markup, trusted, type Markup } from '../markup';

/** For who links to the page or reads it by machine: its address, its card, its record. */
export function itemHead(input: { snapshot: Snapshot; lang: Lang; publicUrl: string }): Markup {
  const { snapshot: s, lang, publicUrl } = input;
  const page = pageAddress(publicUrl, s.identifier);
  const own = lang === 'en' ? `${page}?lang=en` : page;
  const record = materialAddress(publicUrl, s.identifier);
  const pictured = s.files.find(({ thumbnailKey }) => thumbnailKey !== null);
  const og = (property: string, content: string) =>
    markup`<meta property="og:${property}" content="${content}">
`;
  return markup`<link rel="canonical" href="${own}">
<link rel="alternate" type="application/json" href="${record}?format=json">
<link rel="alternate" type="application/ld+json" href="${record}?format=jsonld">
<link rel="alternate" type="application/xml" href="${record}?format=dc">
${s.licence.url && markup`<link rel="license" href="${s.licence.url}">`}
${og('type', 'article')}${og('title', s.title[lang] ?? s.title.vi)}${og('description', description(s, lang))}${og('url', own)}${og('site_name', words(lang)('delivery:page.brand'))}${og('locale', lang === 'en' ? 'en_GB' : 'vi_VN')}${pictured && og('image', `${fileAddress(publicUrl, pictured.id)}/thumbnail`)}
<script type="application/ld+json">${inScript(presentJsonLd(input))}</script>`;
}

/** The abstract, as short as who shows a link to the page wants it. */
export function description({ abstract, department }: Snapshot, lang: Lang): string {
  const text = (abstract?.[lang] ?? abstract?.vi ?? '').replace(/\s+/g, ' ').trim();
  if (text.length > 200) return `${text.slice(0, 200).replace(/\s+\S*$/, '')}…`;
  return text || (department.label[lang] ?? department.label.vi);
}

/** A data block, which no policy runs; nothing in it can end it. */
function inScript(value: unknown): Markup {
  return trusted(JSON.stringify(value).replace(/[<>&]/g, escapeInJson));
}

const escapeInJson = (sign: string): string =>
  `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
