'use client';
import { useState } from 'react';
import type { TakenOverView } from '../../review/view-models';
import { ProblemList } from '../actions/problem-list';
import { asProblem, type Problem } from '../api/problem';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { storedValues, updatedAtOf } from './edits';
import type { Edit } from './locale-patch';
import { saveRecord } from './save-record';
import { TakeOverDialog } from './take-over-dialog';
import { filledIn } from './taken-list';
import { useWorkbench } from './workbench';

/** Ten files, described once: what another material says already, with a way back. */
export function TakeOver({ shown }: { shown: boolean }) {
  const t = useT();
  const { view, save, reload } = useWorkbench();
  const [open, setOpen] = useState(false);
  const [taken, setTaken] = useState<TakenOverView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const undo = useUndo(taken);
  const own = view.state === 'draft' || view.state === 'returned';
  if (!shown || !view.writable || !own) return null;

  const takeBack = async () => {
    try {
      await undo();
      setTaken(null);
    } catch (cause) {
      setProblem(asProblem(cause));
    }
    await reload();
  };

  return (
    <>
      {taken ? (
        <div className="kho-callout kho-callout--info kho-offer kho-takeover" role="status">
          <p>
            {t('takeOver.done', { count: filledIn(taken).length })}
            {taken.papers > 0 && ` ${t('takeOver.papers', { count: taken.papers })}`}
          </p>
          <Button icon="restore" onClick={() => void takeBack()}>
            {t('takeOver.undo')}
          </Button>
          <ProblemList problem={problem} />
        </div>
      ) : (
        <div className="kho-takeover">
          <Button icon="copy" onClick={() => void save().then((ok) => ok && setOpen(true))}>
            {t('takeOver.open')}
          </Button>
        </div>
      )}
      <TakeOverDialog
        onClose={() => setOpen(false)}
        onDone={(answer) => {
          setOpen(false);
          setProblem(null);
          setTaken(answer);
          void reload();
        }}
        open={open}
      />
    </>
  );
}

/** Puts back what stood there, record by record, unless a colleague saved in between. */
function useUndo(taken: TakenOverView | null): () => Promise<void> {
  const { view } = useWorkbench();
  return async () => {
    const rights = view.rights?.id;
    const edits = (record: 'material' | 'rights') =>
      Object.fromEntries(
        (taken?.values ?? [])
          .filter((one) => one.record === record)
          .map(({ field, before, after }): [string, Edit] => [
            field,
            { value: field === 'interview' ? before : blankOf(before, after), base: after },
          ]),
      );
    await saveRecord({
      collection: 'materials',
      id: view.id,
      updatedAt: view.updatedAt,
      edits: edits('material'),
    });
    if (!rights) return;
    const evidence = (storedValues(view, rights).evidence ?? []) as unknown[];
    const papers = taken?.papers ?? 0;
    const kept = papers > 0 ? evidence.slice(0, -papers) : evidence;
    await saveRecord({
      collection: 'rights-records',
      id: rights,
      updatedAt: updatedAtOf(view, rights),
      edits: {
        ...edits('rights'),
        ...(papers > 0 && { evidence: { value: kept, base: evidence } }),
      },
    });
  };
}

/**
 * What stood there, in the shape that a write takes: a list that was empty is an empty list, a text
 * without a language has none in each, never a bare `{}`.
 */
function blankOf(before: unknown, after: unknown): unknown {
  if (Array.isArray(after)) return before ?? [];
  if (typeof after !== 'object' || after === null) return before ?? null;
  const own = (before ?? {}) as Record<string, unknown>;
  const parts = Object.entries(after).map(([name, value]) => [name, blankOf(own[name], value)]);
  return { ...own, ...Object.fromEntries(parts) };
}
