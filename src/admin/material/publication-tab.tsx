'use client';
import { useState } from 'react';
import type { Lang } from '../../i18n/translate';
import { useT } from '../hooks/use-t';
import { EmptyState } from '../ui/empty-state';
import { formatMoment } from '../ui/format';
import { LangToggle } from '../ui/lang-toggle';
import { FormatLinks } from './format-links';
import { SnapshotView } from './snapshot-view';
import { useWorkbench } from './workbench';

/** Exactly what the world sees today, or would see if this were published now. */
export function PublicationTab() {
  const t = useT();
  const { view } = useWorkbench();
  const [lang, setLang] = useState<Lang>(t.lang);
  const { live, preview } = view;
  const snapshot = live?.snapshot ?? preview;

  if (!live && !preview) {
    return (
      <EmptyState icon="published" title={t('publication.none')}>
        {t('publication.noneText')}
      </EmptyState>
    );
  }
  return (
    <div className="kho-form">
      {live?.status === 'withdrawn' && (
        <p className="kho-callout kho-callout--error">
          <strong>{t('publication.withdrawn', { at: formatMoment(live.at) })}</strong>
          {t('publication.withdrawnText')}
        </p>
      )}
      {live?.status === 'live' && (
        <p className="kho-muted kho-sm">
          {t('publication.since', { revision: view.revision ?? 1, at: formatMoment(live.at) })}
        </p>
      )}
      {!live && <p className="kho-callout kho-callout--info">{t('publication.preview')}</p>}
      {live && (
        <FormatLinks
          identifier={view.identifier ?? ''}
          url={live.url}
          withdrawn={live.status === 'withdrawn'}
        />
      )}
      {snapshot && (
        <section className="kho-public">
          <div className="kho-field__head">
            <h2>{t('publication.page')}</h2>
            <LangToggle
              filled={{ vi: true, en: snapshot.languages.includes('en') }}
              label={t('publication.page')}
              lang={lang}
              onChange={setLang}
            />
          </div>
          <SnapshotView lang={lang} snapshot={snapshot} />
        </section>
      )}
    </div>
  );
}
