'use client';
import { useState } from 'react';
import type { Action } from '../../review/states';
import type { QueueView } from '../../review/view-models';
import { transitionMany, type BulkResult, type TransitionInput } from '../api/transition';
import { useT } from '../hooks/use-t';
import { notifyDone, notifyProblem, notifyRefused } from '../ui/notify';
import { problemFrom } from '../api/problem-from';
import { problemText, sentences } from '../ui/problem-text';
import type { T } from '../make-t';
import type { BulkAction } from './bulk-action';

type BulkInput = TransitionInput & { action: BulkAction };

export interface Outcome {
  ok: boolean;
  text: string;
}

function outcomeOf(t: T, action: BulkAction, { ok, problem }: BulkResult): Outcome {
  if (ok) return { ok, text: t(`queue.outcomeDone.${action}`) };
  const refused = problemFrom(problem?.status ?? 422, problem);
  const { title, detail } = problemText(t, refused);
  // Which condition, where conditions are what is in the way.
  const unmet = [...new Set(refused.errors.map(({ message }) => message))];
  return { ok, text: sentences(title, ...(unmet.length > 0 ? unmet : [detail])) };
}

/** The same action on several materials, one decision each, and what became of each. */
export function useBulk(args: {
  rows: QueueView['rows'];
  selected: ReadonlySet<string>;
  setSelected: (ids: ReadonlySet<string>) => void;
  reload: () => Promise<unknown>;
}) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());

  const run = async (
    ids: string[],
    input: BulkInput,
  ): Promise<ReadonlyMap<string, Outcome> | null> => {
    setBusy(true);
    try {
      const results = await transitionMany(ids, input);
      const all = new Map(results.map((result) => [result.id, outcomeOf(t, input.action, result)]));
      const failed = new Map([...all].filter(([, { ok }]) => !ok));
      // What succeeded leaves the list; the dialog that asked shows it.
      setOutcomes(failed);
      const count = all.size - failed.size;
      if (count > 0) notifyDone(t(`queue.did.${input.action}`, { count }));
      // Claiming has no dialog that would say it, and the row may be gone.
      if (input.action === 'claim') for (const { text } of failed.values()) notifyRefused(text);
      args.setSelected(new Set(failed.keys()));
      await args.reload();
      return all;
    } catch (cause) {
      notifyProblem(t, cause);
      return null;
    } finally {
      setBusy(false);
    }
  };

  /** Whether every selected row may take the action. */
  const allows = (action: Action) =>
    args.selected.size > 0 &&
    args.rows
      .filter(({ id }) => args.selected.has(id))
      .every(({ actions }) => actions.includes(action));

  /** Of the selected rows those that may be approved; what one worked on oneself just stays. */
  const approvable = () => {
    const chosen = args.rows.filter(({ id }) => args.selected.has(id));
    const rest = chosen.filter(({ actions }) => !actions.includes('approve'));
    const own = rest.every((row) => row.ownWork && row.state === 'in_review');
    return own ? chosen.filter((row) => !rest.includes(row)) : [];
  };

  return {
    busy,
    outcomes,
    allows,
    approvable,
    run,
    claimOne: (id: string) => void run([id], { action: 'claim' }),
  };
}
