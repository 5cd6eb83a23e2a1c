'use client';
import { useT } from '../hooks/use-t';
import { MaterialState } from '../ui/material-state';
import { IdentifierCopy } from './identifier-copy';
import { PublicationStatusLine } from './publication-status-line';
import { SaveState } from './save-state';
import { titleOf } from './title-of';
import { useWorkbench } from './workbench';

/** Title, both axes, the identifier. What can be done stands in the rail, which stays in sight. */
export function MaterialHead() {
  const t = useT();
  const { view } = useWorkbench();
  return (
    <div className="kho-dochead">
      <h1>{titleOf(t, view.title)}</h1>
      <div className="kho-meta">
        <MaterialState of={view} />
        <PublicationStatusLine />
        {view.identifier && <IdentifierCopy identifier={view.identifier} />}
        <SaveState />
      </div>
    </div>
  );
}
