'use client';
import { useT } from '../hooks/use-t';
import { useToMend, type MendLine } from '../material/use-to-mend';
import { useWorkbench } from '../material/workbench';
import { Count } from '../ui/count';
import { Icon } from '../ui/icon';
import { Follows } from './interview/follows';
import { GUIDE_STEPS, numberOf, stepOf, type GuideStep } from './steps';

const RAIL = 'kho-guide-missing';

/** What submitting still asks for, by the very conditions it is judged by. */
export function GuideRail() {
  const t = useT();
  const { view, tab } = useWorkbench();
  const { lines } = useToMend();
  const here = lines.filter((line) => stepOf(line) === tab);
  return (
    <aside aria-label={t('material.missing')} className="kho-rail">
      {tab === 'quyen' && view.rights && (
        <div className="kho-only-wide">
          <Follows prefix="rights." rights={view.rights} />
        </div>
      )}
      <section id={RAIL} tabIndex={-1}>
        <h2>
          {t('material.missing')} {lines.length > 0 && <Count tone="warn" value={lines.length} />}
        </h2>
        {lines.length === 0 ? (
          <p className="kho-complete kho-sm">
            <Icon name={view.unchangedSinceReturn ? 'alert' : 'check'} />
            {t(view.unchangedSinceReturn ? 'guide.unchanged' : 'material.nothingMissing')}
          </p>
        ) : (
          <>
            <Lines lines={here} />
            {GUIDE_STEPS.map((step) => (
              <OtherStep
                key={step}
                lines={step === tab ? [] : lines.filter((line) => stepOf(line) === step)}
                open={tab === 'nop'}
                step={step}
              />
            ))}
          </>
        )}
      </section>
    </aside>
  );
}

function Lines({ lines }: { lines: MendLine[] }) {
  return (
    <ul className="kho-missing">
      {lines.map((line) => (
        <MissingLine key={`${line.field} ${line.code}`} line={line} />
      ))}
    </ul>
  );
}

/** What another step lacks, folded away until it is wanted; at the end all of it is shown. */
function OtherStep({ step, lines, open }: { step: GuideStep; lines: MendLine[]; open: boolean }) {
  const t = useT();
  if (lines.length === 0) return null;
  const name = t('guide.at', { number: numberOf(step), name: t(`guide.step.${step}`) });
  return (
    <details className="kho-guide__other" key={String(open)} open={open}>
      <summary>
        {name} <Count tone="warn" value={lines.length} />
      </summary>
      <Lines lines={lines} />
    </details>
  );
}

function MissingLine({ line }: { line: MendLine }) {
  const t = useT();
  const { jump, tab } = useWorkbench();
  const step = stepOf(line);
  return (
    <li>
      <button onClick={() => jump(line)} type="button">
        <Icon name="alert" />
        <span>
          <b>{line.message}</b>
          <span>
            {step === tab
              ? t('guide.here')
              : t('guide.at', { number: numberOf(step), name: t(`guide.step.${step}`) })}
          </span>
        </span>
      </button>
    </li>
  );
}

/** On a phone the list stands under the step: this leads there. */
export function MissingJump() {
  const t = useT();
  const { lines } = useToMend();
  if (lines.length === 0) return null;
  const go = () => {
    const list = document.getElementById(RAIL);
    list?.scrollIntoView({ block: 'start' });
    list?.focus({ preventScroll: true });
  };
  return (
    <button className="kho-guide__jump" onClick={go} type="button">
      <Icon name="alert" />
      {t('guide.missing', { count: lines.length })}
      <Icon name="down" />
    </button>
  );
}
