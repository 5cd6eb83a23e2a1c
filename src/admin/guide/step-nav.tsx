'use client';
import { useT } from '../hooks/use-t';
import { useToMend } from '../material/use-to-mend';
import { useWorkbench } from '../material/workbench';
import { Icon } from '../ui/icon';
import { GUIDE_STEPS, numberOf, openIn, type GuideStep } from './steps';

/** Any step can be opened at any time; a tick says that nothing is missing there. */
export function StepNav() {
  const t = useT();
  const { tab, openTab, save } = useWorkbench();
  const { lines } = useToMend();
  const go = (step: GuideStep) => {
    openTab(step);
    void save();
  };
  return (
    <nav aria-label={t('guide.steps')} className="kho-steps">
      <ol>
        {GUIDE_STEPS.map((step) => {
          const open = openIn(step, lines);
          const done = open === 0 && step !== 'nop';
          const here = step === tab;
          return (
            <li className={done ? 'done' : ''} key={step}>
              <a
                aria-current={here ? 'step' : undefined}
                href={`#${step}`}
                onClick={(event) => {
                  event.preventDefault();
                  go(step);
                }}
              >
                <i aria-hidden="true">
                  {done && !here ? <Icon name="check" small /> : numberOf(step)}
                </i>
                <span className="kho-only-wide">{t(`guide.step.${step}`)}</span>
                <span className="kho-only-narrow">{t(`guide.short.${step}`)}</span>
                <span className="kho-sr">
                  {open > 0 ? t('guide.lacking', { count: open }) : done && t('guide.full')}
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
