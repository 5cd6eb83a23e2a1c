'use client';
import { useT } from '../hooks/use-t';
import { FormLink } from '../material/form-link';
import { SaveState } from '../material/save-state';
import { titleOf } from '../material/title-of';
import { useWorkbench } from '../material/workbench';
import { MaterialState } from '../ui/material-state';

export function GuideHead() {
  const t = useT();
  const { view, tab } = useWorkbench();
  return (
    <div className="kho-dochead kho-guide__head">
      <div>
        <h1>{titleOf(t, view.title)}</h1>
        <div className="kho-meta">
          <MaterialState of={view} />
          <SaveState />
        </div>
      </div>
      <FormLink href={`/admin/hoc-lieu/${view.id}#${tab === 'nop' ? 'quyen' : tab}`}>
        {t('guide.fullForm')}
      </FormLink>
    </div>
  );
}
