'use client';
import { useAuth } from '@payloadcms/ui';
import { useEffect, useMemo, useState } from 'react';
import type { ReferenceView, WorkbenchView } from '../../review/view-models';
import { WithdrawnNote } from '../actions/withdrawn-note';
import { HandedInWords } from '../material/handed-in-words';
import { useT } from '../hooks/use-t';
import { formatDate } from '../ui/format';
import { Tabs } from '../ui/tabs';
import { ClaimPane } from './claim-pane';
import { DecisionBar } from './decision-bar';
import { EvidencePane } from './evidence-pane';
import { LastRound } from './last-round';
import { MaterialPane } from './material-pane';
import { ReviewHead } from './review-head';
import { keepReading } from '../queue/reading';
import { useNotes } from './use-notes';
import { linesOf, looseConditions, tally, type Line, type Notes } from './verdicts';

type Pane = 'material' | 'claim' | 'evidence';

export function ReviewPage({
  view,
  reference,
  reload,
}: {
  view: WorkbenchView;
  reference: ReferenceView | undefined;
  reload: () => Promise<unknown>;
}) {
  const t = useT();
  const [pane, setPane] = useState<Pane>('claim');
  const lines = useMemo(
    () =>
      linesOf(view, {
        term: t('rights.term'),
        lastDay: (day) => t('rights.lastDay', { day: formatDate(day) }),
      }),
    [view, t],
  );
  const { notes, note, forget } = useNotes(view.id, view.submittedAt);
  useReading(view.id, lines, notes);
  const judges =
    ['submitted', 'in_review'].includes(view.state) &&
    view.actions.some(
      ({ action, enabled }) => enabled && (action === 'claim' || action === 'return'),
    );

  return (
    <>
      <ReviewHead view={view} />
      <WithdrawnNote view={view} />
      {view.lastRound ? <LastRound round={view.lastRound} /> : <HandedInWords view={view} />}
      <Tabs
        className="kho-tabs kho-ptabs"
        current={pane}
        items={[
          { id: 'material', label: t('review.material') },
          { id: 'claim', label: t('review.claimShort') },
          { id: 'evidence', label: t('review.evidenceShort') },
        ]}
        label={t('review.panes')}
        onOpen={setPane}
      />
      <div className="kho-panes" data-pane={pane}>
        <MaterialPane reference={reference} view={view} />
        <ClaimPane
          view={view}
          judges={judges}
          lastRound={view.lastRound}
          lines={lines}
          loose={looseConditions(view, lines)}
          note={note}
          notes={notes}
          onEvidence={() => setPane('evidence')}
          reload={reload}
          reference={reference}
        />
        <EvidencePane judges={judges} note={note} notes={notes} view={view} />
      </div>
      <DecisionBar forget={forget} lines={lines} notes={notes} reload={reload} view={view} />
    </>
  );
}

/** The list from which several are approved at once knows what was opened here, and how far. */
function useReading(id: string, lines: Line[], notes: Notes): void {
  const { user } = useAuth();
  useEffect(() => {
    const { unread, question, no } = tally(lines, notes);
    const at = new Date().toISOString();
    if (user) keepReading(String(user.id), id, { at, unread, open: question + no });
  }, [user, id, lines, notes]);
}
