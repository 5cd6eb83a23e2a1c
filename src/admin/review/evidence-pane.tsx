'use client';
import { useState } from 'react';
import type { EvidenceView, WorkbenchView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { FileVerdict } from '../material/file-verdict';
import { LinkButton } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { fileMeta } from '../ui/file-meta';
import { FilePreview } from '../ui/file-preview';
import { formatDate } from '../ui/format';
import { Icon } from '../ui/icon';
import type { Note, Notes } from './verdicts';

/** Right: the papers, with what the department typed from them to be held against the scan. */
export function EvidencePane({
  view,
  notes,
  note,
  judges,
}: {
  view: WorkbenchView;
  notes: Notes;
  note: (line: string, change: Partial<Note>) => void;
  judges: boolean;
}) {
  const t = useT();
  const papers = [view.rights, ...view.components].flatMap((rights) =>
    rights
      ? rights.evidence.map((paper) => ({
          paper,
          part: rights.component ? (rights.title ?? '') : '',
        }))
      : [],
  );
  const [chosen, setChosen] = useState(0);
  const current = papers[chosen];
  const nameOf = (paper: EvidenceView) =>
    [paper.number ?? paper.document?.name ?? t('rights.noDocument'), formatDate(paper.date)]
      .filter(Boolean)
      .join(', ');

  if (!current) {
    return (
      <section aria-label={t('review.evidence')} className="kho-pane kho-pane--evidence">
        <h2>{t('review.evidence')}</h2>
        <EmptyState icon="file" title={t('review.noEvidence')}>
          {t('review.noEvidenceText')}
        </EmptyState>
      </section>
    );
  }
  const { paper } = current;
  return (
    <section aria-label={t('review.evidence')} className="kho-pane kho-pane--evidence">
      <h2>
        {nameOf(paper)}{' '}
        <span className="kho-sm kho-muted kho-num">
          {t('review.paperOf', { at: chosen + 1, count: papers.length })}
        </span>
      </h2>
      <Matches judges={judges} note={note} notes={notes} paper={paper} />
      {paper.document ? (
        <>
          <FilePreview file={paper.document} />
          <div className="kho-docbar">
            <span className="kho-sm kho-muted">
              {fileMeta(t, paper.document)} <FileVerdict file={paper.document} />
            </span>
            <LinkButton
              href={paper.document.contentUrl}
              icon="open"
              target="_blank"
              variant="quiet"
            >
              {t('review.apart')}
            </LinkButton>
          </div>
        </>
      ) : (
        <EmptyState icon="file" title={t('rights.noDocument')} />
      )}
      {papers.length > 1 && (
        <ul className="kho-lines kho-lines--papers">
          {papers.map((one, index) =>
            index === chosen ? null : (
              <li key={one.paper.id}>
                <button onClick={() => setChosen(index)} type="button">
                  <Icon name="file" />
                  <span>
                    <b>{nameOf(one.paper)}</b>
                    <span className="kho-small kho-muted">{one.part || one.paper.issuer}</span>
                  </span>
                  <Icon name="right" small />
                </button>
              </li>
            ),
          )}
        </ul>
      )}
    </section>
  );
}

/** Number, date and issuer as typed: each ticked off once it is seen on the paper. */
function Matches({
  paper,
  notes,
  note,
  judges,
}: {
  paper: EvidenceView;
  notes: Notes;
  note: (line: string, change: Partial<Note>) => void;
  judges: boolean;
}) {
  const t = useT();
  const facts = [
    { name: 'number' as const, value: paper.number },
    { name: 'date' as const, value: formatDate(paper.date) },
    { name: 'issuer' as const, value: paper.issuer },
  ];
  return (
    <ul className="kho-match">
      {facts.map(({ name, value }) => {
        const key = `${paper.id}:${name}`;
        const seen = notes[key]?.verdict === 'ok';
        return (
          <li key={name}>
            <button
              aria-pressed={seen}
              disabled={!value || !judges}
              onClick={() => note(key, { verdict: seen ? null : 'ok' })}
              type="button"
            >
              <Icon name={!value ? 'minus' : seen ? 'check' : 'question'} small />
              <span>
                {t(`review.match.${name}`)}: <b>{value || t('common.empty')}</b>
                <span className="kho-sr">{seen ? t('review.seen') : t('review.notSeen')}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
