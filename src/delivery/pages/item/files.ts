import { translate, translateIfKnown, type Key, type Lang } from '../../../i18n/translate';
import type { Snapshot, SnapshotFile } from '../../../publishing/read/snapshot';
import { opensInBrowser } from '../../files/file-headers';
import { icon } from '../icons';
import { words } from '../layout';
import { markup, type Markup } from '../markup';
import { filePath, mainFile } from '../paths';
import { fileWords, formatName, sizeWords } from '../plain-words';

/** The first thing to do with a material: take its main file, or open it. */
export function actions(snapshot: Snapshot, lang: Lang): Markup {
  const t = words(lang);
  const main = mainFile(snapshot);
  if (!main) return markup``;
  if (!snapshot.download) return markup`<p class="message">${t('delivery:item.viewOnly')}</p>`;
  const about = `${formatName(main.mediaType)}, ${sizeWords(main.size, lang)}`;
  return markup`<p class="actions">
  <a class="btn btn-primary" href="${filePath(main.id)}" download="${main.name}">${icon('down')}<span>${t('delivery:item.download')} <span class="extra">${about}</span></span></a>
  ${opensInBrowser(main.mediaType) && markup`<a class="btn" href="${filePath(main.id)}">${icon('open')}${t(openWords(main.mediaType))}</a>`}
</p>`;
}

function openWords(mediaType: string): Key {
  if (mediaType.startsWith('audio/')) return 'delivery:item.openToHear';
  return /^(video|image)\//.test(mediaType) ? 'delivery:item.openToSee' : 'delivery:item.open';
}

/** A picture of the first page, where there is one. */
export function preview(snapshot: Snapshot, lang: Lang): Markup {
  const pictured = snapshot.files.find(({ thumbnailKey }) => thumbnailKey !== null);
  if (!pictured) return markup``;
  const caption = text(pictured.caption, lang);
  const alt = text(pictured.altText, lang) ?? translate(lang, 'delivery:item.previewAlt');
  return markup`<figure>
  <div class="page-preview"><img src="${filePath(pictured.id)}/thumbnail" alt="${alt}"></div>
  ${caption && markup`<figcaption>${caption}</figcaption>`}
</figure>`;
}

/** Every file with what it is, how large, and both ways to it. */
export function fileList(snapshot: Snapshot, lang: Lang): Markup {
  if (snapshot.files.length === 0) return markup``;
  const t = words(lang);
  return markup`<section aria-labelledby="files">
  <h2 id="files">${t('delivery:item.files', { n: snapshot.files.length })}</h2>
  <ul class="files">${snapshot.files.map((file) => fileRow(file, snapshot.download, lang))}</ul>
</section>`;
}

function fileRow(file: SnapshotFile, download: boolean, lang: Lang): Markup {
  const t = words(lang);
  const role = translateIfKnown(lang, `collections:itemRoles.${file.role}`);
  const about = [role, fileWords(file, lang), sizeWords(file.size, lang)].filter(Boolean);
  const caption = text(file.caption, lang);
  const named = (label: string) => markup`${label}<span class="sr">: ${file.name}</span>`;
  const links = markup`<p class="ways">
    <a href="${filePath(file.id)}" download="${file.name}">${icon('down')}${named(t('delivery:item.download'))}</a>
    ${opensInBrowser(file.mediaType) && markup`<a href="${filePath(file.id)}">${icon('open')}${named(t('delivery:item.openShort'))}</a>`}
    ${file.textKey !== null && markup`<a href="${filePath(file.id)}/text">${icon('text')}${named(t('delivery:item.asText'))}</a>`}
  </p>`;
  return markup`<li><b>${file.name}</b><small>${about.join(' · ')}</small>${caption && markup`<p>${caption}</p>`}${download && links}</li>`;
}

function text(value: { vi: string; en?: string } | null, lang: Lang): string | null {
  return value && (value[lang] ?? value.vi);
}
