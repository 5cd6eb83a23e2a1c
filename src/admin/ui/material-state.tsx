'use client';
import type { PublicationStatus, WorkingState } from '../../review/states';
import { useT } from '../hooks/use-t';
import { StateChip } from './state-chip';

/**
 * Both axes as one state for people: what was withdrawn is withdrawn, and where its working copy
 * stands is said only while somebody works on it.
 */
export function MaterialState({
  of: { state, stateLabel, publicationStatus },
}: {
  of: { state: WorkingState; stateLabel: string; publicationStatus: PublicationStatus };
}) {
  const t = useT();
  const withdrawn = publicationStatus === 'withdrawn';
  return (
    <>
      {withdrawn && <StateChip label={t('states.withdrawn')} state="withdrawn" />}
      {!(withdrawn && state === 'published') && <StateChip label={stateLabel} state={state} />}
    </>
  );
}
