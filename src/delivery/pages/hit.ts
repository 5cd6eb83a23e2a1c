import type { Lang } from '../../i18n/translate';
import { shownDate } from '../../platform/shown-date';
import type { Snapshot, SnapshotFile } from '../../publishing/read/snapshot';
import type { SearchHit } from '../../search/port';
import { markup, trusted, type Markup } from './markup';
import { icon, typeIcon } from './icons';
import { words } from './layout';
import { filePath, itemPath, mainFile } from './paths';
import { fileWords, formatName, licenceWords, sizeWords } from './plain-words';

/** Conditions of a licence version, which a snapshot does not carry. */
export type ConditionsOf = (licence: { code: string; version: number }) => string[];

const ABSTRACT_LENGTH = 220;

function thumbnail(snapshot: Snapshot): Markup {
  const pictured = snapshot.files.find((file) => file.thumbnailKey !== null);
  return pictured
    ? markup`<img class="thumb" src="${filePath(pictured.id)}/thumbnail" width="96" height="128" loading="lazy" alt="">`
    : markup`<span class="thumb blank">${icon(typeIcon(snapshot.type?.code))}</span>`;
}

function kind(snapshot: Snapshot, lang: Lang): Markup {
  const main = mainFile(snapshot);
  const label = snapshot.type && (snapshot.type.label[lang] ?? snapshot.type.label.vi);
  return markup`<p class="kind">${icon(typeIcon(snapshot.type?.code))}<b>${label}</b>${main && markup`<span>${fileWords(main, lang)}</span>`}</p>`;
}

function cut(text: string): string {
  if (text.length <= ABSTRACT_LENGTH) return text;
  return `${text.slice(0, ABSTRACT_LENGTH).replace(/\s+\S*$/, '')}…`;
}

/** One result of a search. */
export function hit(input: {
  snapshot: Snapshot;
  highlights: SearchHit['highlights'];
  lang: Lang;
  conditionsOf: ConditionsOf;
}): Markup {
  const { snapshot: s, highlights, lang, conditionsOf } = input;
  const t = words(lang);
  const label = (coded: { label: { vi: string; en?: string } }) =>
    coded.label[lang] ?? coded.label.vi;
  const title =
    highlights.title === null ? (s.title[lang] ?? s.title.vi) : trusted(highlights.title);
  const abstract = s.abstract && (s.abstract[lang] ?? s.abstract.vi);
  const snippet = highlights.text === null ? cut(abstract ?? '') : trusted(highlights.text);
  const people = [...s.audiences, ...s.levels].map(label).slice(0, 4).join(', ');
  const licence = licenceWords({ ...s.licence, conditions: conditionsOf(s.licence) }, lang);
  const fact = (name: Parameters<typeof icon>[0], what: string, text: string, more = '') =>
    markup`<li${more && markup` class="${more}"`}>${icon(name)}<span><span class="sr">${what}: </span>${text}</span></li>`;
  return markup`<li class="hit">
  ${thumbnail(s)}
  <div class="head">
    ${kind(s, lang)}
    <h3><a href="${itemPath(s.identifier, lang)}">${title}</a></h3>
  </div>
  <div class="body">
    ${snippet && markup`<p class="snippet">${snippet}</p>`}
    <ul class="facts">
      ${fact('office', t('delivery:page.from'), label(s.department))}
      ${people && fact('people', t('delivery:page.for'), people)}
      ${fact('scale', t('delivery:page.licence'), licence, 'allow')}
    </ul>
    ${s.download && s.files.length > 0 && markup`<p class="open">${s.files.map((file) => fileLink(file, lang))}</p>`}
  </div>
</li>`;
}

function fileLink(file: SnapshotFile, lang: Lang): Markup {
  const about = `${formatName(file.mediaType)}, ${sizeWords(file.size, lang)}`;
  return markup`<a href="${filePath(file.id)}">${icon('down')}<span>${file.name} <small>${about}</small></span></a>`;
}

/** One of the newly published. */
export function card(snapshot: Snapshot, lang: Lang): Markup {
  const from = `${snapshot.department.label[lang] ?? snapshot.department.label.vi}, ${shownDate(snapshot.publishedAt)}`;
  return markup`<li class="card">
  ${thumbnail(snapshot)}
  <div>
    ${kind(snapshot, lang)}
    <h3><a href="${itemPath(snapshot.identifier, lang)}">${snapshot.title[lang] ?? snapshot.title.vi}</a></h3>
    <p class="from">${from}</p>
  </div>
</li>`;
}
