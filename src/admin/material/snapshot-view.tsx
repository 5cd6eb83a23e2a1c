'use client';
import type { Lang } from '../../i18n/translate';
import type { Coded, Localized, LocalizedList, Snapshot } from '../../publishing/read/snapshot';
import { useT } from '../hooks/use-t';
import { formatBytes, formatDate } from '../ui/format';
import { Icon } from '../ui/icon';

/** A snapshot as a list of words; a text without this language is shown in Vietnamese, and says so. */
export function SnapshotView({ snapshot, lang }: { snapshot: Snapshot; lang: Lang }) {
  const t = useT();
  const say = (text: Localized | null) => text && (text[lang] ?? text.vi);
  const list = (words: LocalizedList) => (words[lang] ?? words.vi).join(', ');
  const terms = (codes: Coded[]) => codes.map(({ label }) => say(label)).join(', ');
  const fallsBack = lang === 'en' && !snapshot.title.en;
  const rows: [string, string | null | undefined][] = [
    [t('fields.title'), say(snapshot.title)],
    [t('fields.abstract'), say(snapshot.abstract)],
    [t('fields.type'), snapshot.type && say(snapshot.type.label)],
    [t('fields.subjects'), terms(snapshot.subjects)],
    [t('fields.levels'), terms(snapshot.levels)],
    [t('fields.audiences'), terms(snapshot.audiences)],
    [t('fields.features'), terms(snapshot.features)],
    [t('fields.keywords'), list(snapshot.keywords)],
    [t('fields.creators'), snapshot.creators.map(({ name }) => name).join(', ')],
    [t('fields.department'), say(snapshot.department.label)],
    [t('fields.licence'), say(snapshot.licence.label)],
    [t('fields.creditLine'), say(snapshot.attribution)],
    [t('fields.owner'), snapshot.rightsHolder],
    [t('fields.issued'), formatDate(snapshot.issued)],
    [t('fields.access'), t(`access.${snapshot.access}`)],
  ];
  return (
    <>
      {fallsBack && <p className="kho-hint">{t('publication.fallback')}</p>}
      <dl className="kho-dl">
        {rows.map(([term, value]) =>
          value ? (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
        <div>
          <dt>{t('fields.items')}</dt>
          <dd>
            <ul>
              {snapshot.files.map((file) => (
                <li key={file.id}>
                  <Icon name="file" small /> {file.name}{' '}
                  <span className="kho-muted kho-small kho-num">{formatBytes(file.size)}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </>
  );
}
