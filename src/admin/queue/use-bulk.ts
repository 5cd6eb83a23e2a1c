'use client';
import { useState } from 'react';
import type { Action } from '../../review/states';
import type { QueueView } from '../../review/view-models';
import { transitionMany, type TransitionInput } from '../api/transition';
import { useT } from '../hooks/use-t';
import { notifyDone, notifyProblem } from '../ui/notify';
import { problemFrom } from '../api/problem-from';
import { problemText } from '../ui/problem-text';

export interface Outcome {
  ok: boolean;
  text: string;
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

  const run = async (ids: string[], input: TransitionInput): Promise<void> => {
    setBusy(true);
    try {
      const results = await transitionMany(ids, input);
      const failed = results.filter(({ ok }) => !ok);
      setOutcomes(
        new Map(
          failed.map(({ id, problem }) => {
            const { title, detail } = problemText(t, problemFrom(problem?.status ?? 422, problem));
            return [id, { ok: false, text: `${title} ${detail}` }] as const;
          }),
        ),
      );
      const done = results.length - failed.length;
      if (done > 0)
        notifyDone(t('queue.bulkDone', { count: done, action: t(`verbs.${input.action}`) }));
      args.setSelected(new Set(failed.map(({ id }) => id)));
      await args.reload();
    } catch (cause) {
      notifyProblem(t, cause);
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

  return {
    busy,
    outcomes,
    allows,
    run: (input: TransitionInput) => run([...args.selected], input),
    claimOne: (id: string) => void run([id], { action: 'claim' }),
  };
}
