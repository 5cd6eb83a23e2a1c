'use client';
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import type { ConditionView, GuidedWorkbenchView, ReferenceView } from '../../review/view-models';
import { useHashTab } from '../hooks/use-hash-tab';
import { useT } from '../hooks/use-t';
import { useUnsavedGuard } from '../hooks/use-unsaved-guard';
import { focusField } from '../ui/field-id';
import { isEmpty, overlaid, storedValues, withEdit, withoutGone, type Edits } from './edits';
import type { Kept } from './kept-edits';
import { rebaseItems } from './rebase-items';
import { MATERIAL_PLACES, type Places } from './tabs';
import { useSave } from './use-save';
import { useStoredEdits } from './use-stored-edits';
import { useTryAgain } from './use-try-again';
import type { useUnread } from './use-unread';

/** Everything the parts of the material's page share: what is stored, what is edited, how to save. */
export interface Workbench
  extends Omit<ReturnType<typeof useSave>, 'settle'>, ReturnType<typeof useUnread> {
  view: GuidedWorkbenchView;
  reference: ReferenceView | undefined;
  edits: Edits;
  dirty: boolean;
  /** The part of the working copy that is open: one of the page's {@link Places}. */
  tab: string;
  openTab: (tab: string) => void;
  reload: () => Promise<GuidedWorkbenchView | undefined>;
  set: (key: string, field: string, value: unknown) => void;
  settle: ReturnType<typeof useSave>['settle'];
  /** Fields whose condition is shown beside them: those the person was led to. */
  flagged: ReadonlySet<string>;
  jump: (to: Pick<ConditionView, 'field' | 'tab'>) => void;
  flagAll: () => void;
  /** Words that a tab left behind which is gone: to be compared, taken back or let go. */
  left: Kept | null;
  letGo: () => void;
  takeBack: (taken: Edits) => void;
}

const Context = createContext<Workbench | null>(null);

export function useWorkbench(): Workbench {
  const workbench = use(Context);
  if (!workbench) throw new Error('Outside of a workbench');
  return workbench;
}

export function WorkbenchProvider({
  view,
  reference,
  reload: load,
  places = MATERIAL_PLACES,
  children,
}: {
  view: GuidedWorkbenchView;
  reference: ReferenceView | undefined;
  reload: () => Promise<GuidedWorkbenchView | undefined>;
  places?: Places;
  children: ReactNode;
}) {
  const t = useT();
  const stored = useRef<GuidedWorkbenchView | undefined>(view);
  stored.current = view;
  const { edits, latest, setEdits, reading, left, letGo } = useStoredEdits(view);
  const [tab, openTab] = useHashTab(places.names, places);
  const [flagged, setFlagged] = useState<ReadonlySet<string>>(new Set());

  const reload = useCallback(async () => {
    const fresh = await load();
    if (fresh) {
      stored.current = fresh;
      setEdits((now) => rebaseItems(withoutGone(now, fresh), fresh));
    }
    return fresh;
  }, [load, setEdits]);

  const saving = useSave({ view: stored, edits: latest, setEdits, reload });
  const { save, retry } = saving;
  useTryAgain(saving);
  const dirty = !isEmpty(edits);
  useUnsavedGuard(dirty, t('save.leave'));
  useAutosave(
    edits,
    dirty && view.writable && !saving.conflict && saving.status !== 'failed',
    save,
  );

  const set = useCallback(
    (key: string, field: string, value: unknown) => {
      const now = stored.current;
      if (now) setEdits((list) => withEdit(list, key, field, value, storedValues(now, key)[field]));
      retry();
    },
    [setEdits, retry],
  );

  const { putUnread } = reading;
  const takeBack = useCallback(
    (taken: Edits) => {
      setEdits((now) => overlaid(now, taken));
      if (left) putUnread(left.unread);
      letGo();
    },
    [setEdits, putUnread, left, letGo],
  );

  const jump = useCallback(
    ({ field, tab: where }: Pick<ConditionView, 'field' | 'tab'>) => {
      setFlagged((set) => new Set([...set, field]));
      openTab(places.of({ field, tab: where }));
      // The tab has to be on the page before its field can be found.
      setTimeout(() => focusField(field), 60);
    },
    [openTab, places],
  );
  const missing = view.missing;
  const flagAll = useCallback(
    () => setFlagged(new Set(missing.map(({ field }) => field))),
    [missing],
  );

  const value = useMemo<Workbench>(
    () => ({
      ...saving,
      ...reading,
      view,
      reference,
      edits,
      dirty,
      tab,
      openTab,
      reload,
      set,
      flagged,
      jump,
      flagAll,
      left,
      letGo,
      takeBack,
    }),
    [
      saving,
      reading,
      view,
      reference,
      edits,
      dirty,
      tab,
      openTab,
      reload,
      set,
      flagged,
      jump,
      flagAll,
      left,
      letGo,
      takeBack,
    ],
  );
  return <Context value={value}>{children}</Context>;
}

/** Saves a moment after the person leaves a field, or stops typing for longer. */
function useAutosave(edits: Edits, active: boolean, save: () => Promise<boolean>): void {
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => void save(), 4000);
    return () => clearTimeout(timer);
  }, [edits, active, save]);

  useEffect(() => {
    if (!active) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void save(), 900);
    };
    document.addEventListener('focusout', later);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('focusout', later);
    };
  }, [active, save]);
}
