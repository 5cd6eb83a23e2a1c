'use client';
import { useState } from 'react';
import type { RightsView, TermDecisionView } from '../../review/view-models';
import { ProblemList } from '../actions/problem-list';
import { asProblem, type Problem } from '../api/problem';
import { decideTerm } from '../api/term-decision';
import { useT } from '../hooks/use-t';
import { DecisionNote } from '../material/decision-note';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { notifyDone } from '../ui/notify';
import { TextArea } from '../ui/text-control';

type Asking = 'record' | 'takeBack' | null;

/** What the calculation leaves to a person: who decided, or the way to decide in one's own name. */
export function TermDecision({
  rights,
  decision,
  onDecided,
}: {
  rights: RightsView;
  decision: TermDecisionView;
  onDecided: () => Promise<unknown>;
}) {
  const t = useT();
  const [asking, setAsking] = useState<Asking>(null);
  const open = decision.taken ? 'takeBack' : 'record';
  return (
    <div className="kho-decision">
      <DecisionNote brief={decision.enabled} decision={decision} />
      {decision.enabled && (
        <Button onClick={() => setAsking(open)} variant={decision.taken ? 'quiet' : 'plain'}>
          {t(`termDecision.${open}`)}
          {open === 'record' && '…'}
        </Button>
      )}
      {decision.why && <p className="kho-small kho-muted">{decision.why}</p>}
      <DecisionDialog
        asking={asking}
        onClose={() => setAsking(null)}
        onDecided={onDecided}
        rights={rights}
      />
    </div>
  );
}

function useDecide(rights: RightsView, onDone: () => Promise<unknown>) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const decide = async (ground: string | null) => {
    setBusy(true);
    setProblem(null);
    try {
      const input = { rights: rights.id, ground, seen: rights.updatedAt };
      await decideTerm(String(rights.record.material), input);
      notifyDone(t(ground === null ? 'termDecision.takenBack' : 'termDecision.saved'));
      await onDone();
    } catch (cause) {
      setProblem(asProblem(cause));
    } finally {
      setBusy(false);
    }
  };
  return { decide, busy, problem, clear: () => setProblem(null) };
}

function DecisionDialog({
  asking,
  rights,
  onClose,
  onDecided,
}: {
  asking: Asking;
  rights: RightsView;
  onClose: () => void;
  onDecided: () => Promise<unknown>;
}) {
  const t = useT();
  const [ground, setGround] = useState('');
  const { decide, busy, problem, clear } = useDecide(rights, async () => {
    setGround('');
    onClose();
    await onDecided();
  });
  const close = () => {
    clear();
    onClose();
  };
  const recording = asking === 'record';
  const stored = rights.record.title;
  const title = rights.title ?? (typeof stored === 'string' ? stored : '');
  return (
    <Dialog
      footer={
        <>
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button
            blocked={recording && ground.trim() === ''}
            busy={busy}
            onClick={() => void decide(recording ? ground : null)}
            variant="primary"
          >
            {t(recording ? 'termDecision.save' : 'termDecision.takeBack')}
          </Button>
        </>
      }
      onClose={close}
      open={asking !== null}
      title={recording ? t('termDecision.dialog', { title }) : t('termDecision.takeBackTitle')}
    >
      {recording ? (
        <>
          <p>{t('termDecision.dialogSay')}</p>
          <ul className="kho-bullets kho-sm">
            {rights.term.reasoning.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <Field
            hint={t('termDecision.groundHint')}
            label={t('termDecision.ground')}
            needed
            path={`decision.${rights.id}.ground`}
          >
            {(ids) => <TextArea {...ids} onChange={setGround} rows={5} value={ground} />}
          </Field>
          <p className="kho-muted kho-sm">{t('termDecision.ends')}</p>
        </>
      ) : (
        <p>{t('termDecision.takeBackSay')}</p>
      )}
      <ProblemList problem={problem} />
    </Dialog>
  );
}
