'use client';
import { useEffect, useRef } from 'react';
import { ConflictDialog } from '../material/conflict-dialog';
import { KeptOffer } from '../material/kept-offer';
import { ReturnNote } from '../material/return-note';
import { useWorkbench } from '../material/workbench';
import { useT } from '../hooks/use-t';
import { ErrorState } from '../ui/error-state';
import { Problem } from '../api/problem';
import { GuideBar } from './guide-bar';
import { GuideEnd } from './guide-end';
import { GuideHead } from './guide-head';
import { GuideRail, MissingJump } from './guide-rail';
import { StepBodies } from './step-bodies';
import { StepNav } from './step-nav';
import { isUnderHand, type GuideStep } from './steps';
import { useReply } from './use-reply';

export function GuidePage() {
  const t = useT();
  const { view, tab } = useWorkbench();
  const reply = useReply(view.id);
  const open = isUnderHand(view);
  useTopOfStep(tab);
  if (!open) return <GuideEnd />;
  if (!view.writable) {
    const title = view.writableWhy ?? t('errors.forbidden');
    return <ErrorState problem={new Problem({ status: 403, code: 'locked', title })} />;
  }
  return (
    <>
      <GuideHead />
      <StepNav />
      <MissingJump />
      <div className="kho-material__grid kho-guide__grid">
        <div className="kho-guide__body">
          <KeptOffer />
          <ReturnNote />
          <StepBodies reply={reply} step={tab as GuideStep} />
        </div>
        <GuideRail />
      </div>
      <GuideBar reply={reply} />
      <ConflictDialog />
    </>
  );
}

/** A new step is read from its heading on; nothing moves when the page first opens. */
function useTopOfStep(step: string): void {
  const seen = useRef(step);
  useEffect(() => {
    if (seen.current === step) return;
    seen.current = step;
    window.scrollTo(0, 0);
    document.getElementById(`kho-step-${step}`)?.focus({ preventScroll: true });
  }, [step]);
}
