'use client';
import { useAuth } from '@payloadcms/ui';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { WorkbenchView } from '../../review/view-models';
import { isEmpty, withoutGone, type Edits } from './edits';
import { forget, forgetOld, keep, keptOf, type Kept, type Whose } from './kept-edits';
import { holdPage, openPages, thisPage } from './this-page';
import { useUnread } from './use-unread';

/**
 * Unsaved words also live in the browser, by person and material: a reload puts them back; what a
 * tab that is gone left behind (a crash, an ended session, a page that was left) is offered.
 */
export function useStoredEdits(view: WorkbenchView) {
  const { id: materialId, writable } = view;
  const stored = useRef(view);
  stored.current = view;
  const { user } = useAuth();
  const person = String(user?.id ?? '');
  const whose = useMemo<Whose>(() => ({ person, material: materialId }), [person, materialId]);
  const [edits, setState] = useState<Edits>({});
  const latest = useRef<Edits>(edits);
  const reading = useUnread();
  const { unread, putUnread } = reading;
  const words = useRef(unread);
  words.current = unread;
  const [left, setLeft] = useState<Kept | null>(null);

  const store = useCallback(() => {
    const at = new Date().toISOString();
    const kept = { page: thisPage(), at, edits: latest.current, unread: words.current };
    tryStorage((storage) => keep(storage, whose, kept));
  }, [whose]);

  const setEdits = useCallback(
    (change: (edits: Edits) => Edits) => {
      const next = change(latest.current);
      latest.current = next;
      setState(next);
      store();
    },
    [store],
  );
  const read = useRef(false);
  useEffect(() => {
    // The first time there is nothing of ours yet, only what is about to be put back.
    if (read.current) store();
  }, [unread, store]);

  const look = useCallback(async () => {
    const kept = tryStorage((storage) => keptOf(storage, whose)) ?? [];
    const own = kept.find(({ page }) => page === thisPage());
    if (own && writable && isEmpty(latest.current)) {
      setEdits(() => withoutGone(own.edits, stored.current));
      putUnread(own.unread);
    }
    read.current = true;
    const open = await openPages();
    // Where nothing can be changed now, one's own words are shown as well, to be copied.
    const gone = kept.find((one) => (one === own ? !writable : !open.includes(one.page)));
    setLeft(gone ?? null);
  }, [whose, writable, setEdits, putUnread]);

  useEffect(() => {
    holdPage(thisPage());
    tryStorage((storage) => forgetOld(storage, new Date()));
    void look();
  }, [look]);

  /** Done with what was left behind, taken or not; then whatever else there is. */
  const letGo = useCallback(() => {
    if (left) tryStorage((storage) => forget(storage, whose, left.page));
    setLeft(null);
    void look();
  }, [left, whose, look]);

  return { edits, latest, setEdits, reading, left, letGo };
}

/** Storage may be full or refused: the words are still on the screen. */
function tryStorage<V>(act: (storage: Storage) => V): V | undefined {
  try {
    return act(localStorage);
  } catch {
    return undefined;
  }
}
