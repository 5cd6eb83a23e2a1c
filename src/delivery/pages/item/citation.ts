import type { Lang } from '../../../i18n/translate';
import type { Snapshot, SnapshotLicence } from '../../../publishing/read/snapshot';
import { words } from '../layout';

const CREATIVE_COMMONS = /^(CC(?:0|-[A-Z-]+))-(\d\.\d)$/;

/** `CC BY-NC 4.0` as people write it; a licence of another family by its label. */
export function licenceName({ code, label }: SnapshotLicence, lang: Lang): string {
  const [, family, version] = CREATIVE_COMMONS.exec(code) ?? [];
  if (!family || !version) return label[lang] ?? label.vi;
  return `${family.replace('CC-', 'CC ')} ${version}`;
}

/** The line to put beside a copy: what, whose, under which terms, from where. */
export function citation(input: { snapshot: Snapshot; lang: Lang; address: string }): string {
  const { snapshot, lang, address } = input;
  const { title, attribution, licence } = snapshot;
  return words(lang)('delivery:item.citation', {
    title: title[lang] ?? title.vi,
    attribution: (attribution[lang] ?? attribution.vi).replace(/[.,;\s]+$/, ''),
    licence: licenceName(licence, lang),
    address,
  });
}
