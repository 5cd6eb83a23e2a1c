'use client';
import { RightsTab } from '../material/rights-tab';
import { UseFields } from '../material/use-fields';
import { useWorkbench } from '../material/workbench';
import { fieldId } from '../ui/field-id';
import { useT } from '../hooks/use-t';
import { ComponentNeeds } from './interview/component-needs';
import { Follows } from './interview/follows';
import { InterviewForm } from './interview/interview-form';
import { useInterview } from './interview/use-interview';
import type { RightsView } from '../../review/view-models';

/** Questions an officer can answer; what follows from them is said at once. */
export function RightsStep() {
  const { view } = useWorkbench();
  return view.rights ? <Questions rights={view.rights} /> : <RightsTab declares={false} />;
}

function Questions({ rights }: { rights: RightsView }) {
  const t = useT();
  const interview = useInterview(rights, 'rights.');
  return (
    <div className="kho-form" id={fieldId('rights')}>
      <div className="kho-only-narrow kho-follows--here">
        <Follows prefix="rights." rights={rights} />
      </div>
      <InterviewForm prefix="rights." rights={rights}>
        <ComponentNeeds interview={interview} />
      </InterviewForm>
      <details className="kho-more">
        <summary>{t('rights.use')}</summary>
        <UseFields />
      </details>
    </div>
  );
}
