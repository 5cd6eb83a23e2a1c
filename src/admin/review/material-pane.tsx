'use client';
import { useState } from 'react';
import type { ReferenceView, WorkbenchView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import type { T } from '../make-t';
import { FileVerdict } from '../material/file-verdict';
import { vocabulary } from '../material/vocabulary';
import { showValue } from '../material/show-value';
import { fieldLabel } from '../material/field-label';
import { LinkButton } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { fileMeta } from '../ui/file-meta';
import { FilePreview } from '../ui/file-preview';
import { Icon } from '../ui/icon';
import { Changes } from './changes';

const SHOWN = [
  'abstract',
  'type',
  'subjects',
  'levels',
  'audiences',
  'keywords',
  'creators',
  'language',
  'intendedUse',
  'publisher',
  'issued',
  'ageRange',
  'duration',
  'outcomes',
  'features',
  'place',
  'basedOn',
  'partOf',
  'embargoUntil',
];

/** Left: the thing itself. */
export function MaterialPane({
  view,
  reference,
}: {
  view: WorkbenchView;
  reference: ReferenceView | undefined;
}) {
  const t = useT();
  const [chosen, setChosen] = useState(0);
  const item = view.items[chosen];
  return (
    <section aria-label={t('review.material')} className="kho-pane kho-pane--material">
      <h2>{t('review.material')}</h2>
      {item ? (
        <>
          <FilePreview alt={item.altText.vi} bare file={item.file} />
          <LinkButton
            className="kho-review__apart"
            href={item.file.contentUrl}
            icon="open"
            target="_blank"
            variant="quiet"
          >
            {t('review.apart')}
          </LinkButton>
        </>
      ) : (
        <EmptyState icon="files" title={t('files.empty')} />
      )}
      {view.lastRound?.changes && (
        <Changes changes={view.lastRound.changes} title={t('review.changesReturned')} />
      )}
      {view.changesSinceApproval && (
        <Changes changes={view.changesSinceApproval} title={t('review.changes')} />
      )}
      {view.items.length > 0 && (
        <div className="kho-block">
          <h3>{t('tabs.files')}</h3>
          <ul className="kho-lines">
            {view.items.map(({ id, file, caption }, index) => (
              <li key={id}>
                <button
                  aria-pressed={index === chosen}
                  onClick={() => setChosen(index)}
                  type="button"
                >
                  <Icon name={file.mediaType.startsWith('image/') ? 'image' : 'file'} />
                  <span>
                    <b>{file.name}</b>
                    <span className="kho-small kho-muted">
                      {fileMeta(t, file)} <FileVerdict file={file} /> {caption.vi}
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="kho-block">
        <h3>{t('tabs.describe')}</h3>
        <dl className="kho-dl kho-dl--narrow">
          {SHOWN.map((field) => {
            const value = view.content[field];
            const named = field === 'language' ? languageNames(t, value) : value;
            const text = showValue(t, named, { reference, view });
            return text === t('common.empty') || text === '' ? null : (
              <div key={field}>
                <dt>{fieldLabel(t, field)}</dt>
                <dd>{text}</dd>
              </div>
            );
          })}
        </dl>
        <LinkButton href={`/admin/hoc-lieu/${view.id}`} variant="quiet">
          {t('review.openMaterial')}
        </LinkButton>
      </div>
    </section>
  );
}

/** Codes of languages by their names; what is on no list stays as it is. */
function languageNames(t: T, value: unknown): unknown {
  const names = new Map(vocabulary(t, 'languages').map((one) => [one.value, one.label]));
  return Array.isArray(value)
    ? value.map((code: unknown) => names.get(String(code)) ?? code)
    : value;
}
