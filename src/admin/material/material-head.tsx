'use client';
import { useT } from '../hooks/use-t';
import { MaterialState } from '../ui/material-state';
import { FormLink } from './form-link';
import { IdentifierCopy } from './identifier-copy';
import { PublicationStatusLine } from './publication-status-line';
import { SaveState } from './save-state';
import { titleOf } from './title-of';
import { useWorkbench } from './workbench';

/** Title, both axes, the identifier. What can be done stands in the rail, which stays in sight. */
export function MaterialHead() {
  const t = useT();
  const { view, tab } = useWorkbench();
  const guided = view.writable && view.actions.some(({ action }) => action === 'submit');
  return (
    <div className="kho-dochead">
      <div className="kho-dochead__title">
        <h1>{titleOf(t, view.title)}</h1>
        {guided && <FormLink href={guideHref(view.id, tab)}>{t('guide.guided')}</FormLink>}
      </div>
      <div className="kho-meta">
        <MaterialState of={view} />
        <PublicationStatusLine />
        {view.identifier && <IdentifierCopy identifier={view.identifier} />}
        <SaveState />
      </div>
    </div>
  );
}

/** The same part of the working copy, step by step. */
function guideHref(id: string, tab: string): string {
  const step = ['tep', 'mo-ta', 'quyen'].includes(tab) ? `#${tab}` : '';
  return `/admin/nop-hoc-lieu/${id}${step}`;
}
