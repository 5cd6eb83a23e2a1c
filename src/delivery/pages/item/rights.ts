import type { Lang } from '../../../i18n/translate';
import type { Snapshot } from '../../../publishing/read/snapshot';
import type { Licence } from '../../../publishing/read/store';
import { icon } from '../icons';
import { words } from '../layout';
import { markup, type Markup } from '../markup';
import { noticeAddress } from '../paths';
import { citation } from './citation';

const MARKS = [
  ['copy', (may: Set<string>) => may.has('copy') && may.has('share')],
  ['adapt', (may: Set<string>) => may.has('adapt')],
  ['commercial', (may: Set<string>) => may.has('commercial')],
] as const;

/** What the licence allows as three marks in plain words, then its name and its text. */
export function permissions(snapshot: Snapshot, licence: Licence | undefined, lang: Lang): Markup {
  const t = words(lang);
  const { label, url, permits } = snapshot.licence;
  const may = new Set(permits);
  const mark = ([key, allows]: (typeof MARKS)[number]) => {
    const yes = allows(may);
    const answer = yes ? 'yes' : 'no';
    return markup`<li${!yes && markup` class="no"`}><span class="sign">${icon(yes ? 'check' : 'x')}</span><span><b>${t(`delivery:item.marks.${key}.${answer}`)}</b><span class="say">${t(`delivery:item.marks.${key}.say`)}</span></span></li>`;
  };
  const name = label[lang] ?? label.vi;
  // Marks say it all of a licence that permits something.
  const summary =
    permits.length === 0 && licence?.summary && (licence.summary[lang] ?? licence.summary.vi);
  return markup`<section aria-labelledby="permits">
  <h2 id="permits">${t('delivery:item.permits')}</h2>
  <ul class="marks">${MARKS.map(mark)}</ul>
  <p class="after-marks">${t('delivery:item.alwaysCredit')}${licence?.conditions.includes('share_alike') && markup` ${t('delivery:item.shareAlike')}`} ${t('delivery:item.licence')}: ${url ? markup`<a href="${url}" rel="license">${name}</a>` : name}.</p>
  ${summary && markup`<p class="credit-note">${summary}</p>`}
</section>`;
}

/** The line to copy; without a script one tap selects it. */
export function credit(snapshot: Snapshot, address: string, lang: Lang): Markup {
  const t = words(lang);
  return markup`<section aria-labelledby="credit">
  <h2 id="credit">${t('delivery:item.credit')}</h2>
  <div class="credit">
    <p class="line" data-line>${citation({ snapshot, lang, address })}</p>
    <p class="row"><button class="btn" type="button" data-copy="${t('delivery:docs.copied')}" hidden>${t('delivery:item.copyCredit')}</button></p>
  </div>
  <p class="credit-note">${t('delivery:item.creditNote')}</p>
  <p class="credit-note"><a href="${noticeAddress(snapshot.identifier, lang)}" rel="nofollow">${t('delivery:item.reportNotice')}</a></p>
</section>`;
}
