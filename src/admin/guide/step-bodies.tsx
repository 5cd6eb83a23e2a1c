'use client';
import { useState, type ReactNode } from 'react';
import { useT } from '../hooks/use-t';
import { DescribeTab } from '../material/describe-tab';
import { FilesTab } from '../material/files-tab';
import { TakeOver } from '../material/take-over';
import { DescribeOffers } from './describe-offers';
import { RightsStep } from './rights-step';
import { GUIDE_STEPS, type GuideStep } from './steps';
import { SubmitStep } from './submit-step';
import type { Reply } from './use-reply';

/**
 * A step that was opened stays on the page, out of sight: a file goes on being sent while the next
 * step is filled in.
 */
export function StepBodies({ step, reply }: { step: GuideStep; reply: Reply }) {
  const [opened, setOpened] = useState<readonly GuideStep[]>([step]);
  if (!opened.includes(step)) setOpened([...opened, step]);
  const bodies: Record<GuideStep, ReactNode> = {
    tep: <FilesTab />,
    'mo-ta': (
      <>
        <TakeOver shown />
        <DescribeOffers />
        <DescribeTab />
      </>
    ),
    quyen: <RightsStep />,
    nop: <SubmitStep reply={reply} />,
  };
  return GUIDE_STEPS.filter((one) => opened.includes(one)).map((one) => (
    <section aria-labelledby={`kho-step-${one}`} hidden={one !== step} key={one}>
      <StepHeading step={one} />
      {bodies[one]}
    </section>
  ));
}

function StepHeading({ step }: { step: GuideStep }) {
  const t = useT();
  return (
    <div className="kho-guide__intro">
      <h2 id={`kho-step-${step}`} tabIndex={-1}>
        {t(`guide.title.${step}`)}
      </h2>
      <p className="kho-muted">{t(`guide.intro.${step}`)}</p>
    </div>
  );
}
