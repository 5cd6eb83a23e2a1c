'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ProblemList } from '../actions/problem-list';
import { useRunAction } from '../actions/use-run-action';
import { useT } from '../hooks/use-t';
import { useToMend } from '../material/use-to-mend';
import { useWorkbench } from '../material/workbench';
import { Button } from '../ui/button';
import { notifyDone } from '../ui/notify';
import { GUIDE_STEPS, numberOf, type GuideStep } from './steps';
import type { Reply } from './use-reply';

/** Back, for later, and on: always at the foot of the window. */
export function GuideBar({ reply }: { reply: Reply }) {
  const t = useT();
  const router = useRouter();
  const { tab, openTab, save, problem } = useWorkbench();
  const [going, setGoing] = useState(false);
  const at = numberOf(tab as GuideStep);
  const [before, after] = [GUIDE_STEPS[at - 2], GUIDE_STEPS[at]];

  const leave = async () => {
    if (!(await save())) return;
    notifyDone(t('guide.laterDone'));
    router.push('/admin');
  };
  const on = async (step: GuideStep) => {
    setGoing(true);
    if (await save()) openTab(step);
    setGoing(false);
  };
  return (
    <div aria-label={t('guide.bar')} className="kho-guide__bar" role="region">
      <ProblemList problem={problem} />
      <div>
        {before && (
          <Button className="kho-guide__back" onClick={() => openTab(before)} variant="quiet">
            {t('guide.back', { number: at - 1 })}
          </Button>
        )}
        <span className="kho-guide__gap" />
        <Button onClick={() => void leave()}>{t('guide.later')}</Button>
        {after ? (
          <Button busy={going} onClick={() => void on(after)} variant="primary">
            {t('guide.next', { number: at + 1 })}
          </Button>
        ) : (
          <SubmitButton reply={reply} />
        )}
      </div>
    </div>
  );
}

/** Hands it in; while something is missing, the way there is the button that can be pressed. */
function SubmitButton({ reply }: { reply: Reply }) {
  const t = useT();
  const { view, save, jump, flagAll, reload } = useWorkbench();
  const { run, busy, problem } = useRunAction(view.id);
  const mend = useToMend();
  const action = view.actions.find((one) => one.action === 'submit');
  const [first] = mend.lines;
  const silent = view.unchangedSinceReturn && !reply.text.trim();
  const stopped = !action?.enabled || mend.unread.length > 0 || silent;

  const submit = async () => {
    if (!(await save())) return;
    const sent = await run({ action: 'submit', comment: reply.text.trim() || undefined });
    if (sent) reply.set('');
    await reload();
  };
  const complete = () => {
    flagAll();
    if (first) jump(first);
  };
  return (
    <>
      {problem && <ProblemList problem={problem} />}
      {stopped && first && (
        <Button onClick={complete} variant="primary">
          {t('material.complete', { count: mend.lines.length })}
        </Button>
      )}
      {action && !(stopped && first) && (
        <Button
          aria-describedby={stopped ? 'kho-why' : undefined}
          blocked={stopped}
          busy={busy}
          onClick={() => void submit()}
          variant="primary"
        >
          {action.label}
        </Button>
      )}
      {action?.enabled && silent && (
        <p className="kho-small kho-muted" id="kho-why">
          {t('guide.unchangedText')}
        </p>
      )}
      {!action && <p id="kho-why">{t('guide.notYours')}</p>}
    </>
  );
}
