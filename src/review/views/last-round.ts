import type { Lang } from '../../i18n/translate';
import { contentProjection, type ContentProjection } from '../content-hash';
import type { Dossier } from '../dossier';
import type { WorkingState } from '../states';
import type { TimelineEntry, WorkbenchView } from '../view-models';
import { changesSince } from './changes-since';
import type { ClaimedRights } from './claim-lines';
import type { DecisionRow } from './timeline';

/** Where an earlier return is still to be answered for. */
const READ_AGAIN: readonly WorkingState[] = [
  'awaiting_endorsement',
  'submitted',
  'in_review',
  'approved',
];

/** The last return of this round: a publication closes what was asked before it. */
export function lastReturned(state: WorkingState, decisions: DecisionRow[]): DecisionRow | null {
  if (!READ_AGAIN.includes(state)) return null;
  const published = decisions.findLastIndex(({ action }) => action === 'publish');
  return decisions.slice(published + 1).findLast(({ action }) => action === 'return') ?? null;
}

/** The records of the returned content, by the component they are of; the whole is ''. */
export function earlierRights(content: ContentProjection | null): Map<string, ClaimedRights> {
  const rows = [content?.rights, ...((content?.components ?? []) as unknown[])];
  return new Map(
    rows
      .filter((row) => row !== undefined && row !== null)
      .map((row) => row as ClaimedRights)
      .map((row) => [row.component ?? '', row]),
  );
}

/** What was asked when it was last returned, what was answered, and what changed since. */
export function lastRoundOf(input: {
  dossier: Dossier;
  returned: DecisionRow | null;
  decisions: DecisionRow[];
  timeline: TimelineEntry[];
  lang: Lang;
}): WorkbenchView['lastRound'] {
  const { dossier, returned, decisions, timeline, lang } = input;
  if (!returned) return null;
  const said = timeline.find(({ action, at }) => action === 'return' && at === returned.at);
  if (!said) return null;
  const since = timeline.filter(({ at }) => at > returned.at);
  return {
    returned: said,
    reply: since.findLast(({ action }) => action === 'submit') ?? null,
    endorsed: since.findLast(({ action, comment }) => action === 'endorse' && comment) ?? null,
    times: decisions.filter(({ action }) => action === 'return').length,
    changes: returned.content
      ? changesSince(returned.content, contentProjection(dossier), lang)
      : null,
  };
}
