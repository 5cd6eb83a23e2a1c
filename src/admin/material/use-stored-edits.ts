'use client';
import { useAuth } from '@payloadcms/ui';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { WorkbenchView } from '../../review/view-models';
import { isEmpty, overlaid, withoutGone, type Edits } from './edits';
import { forget, forgetOld, keep, keptOf, type Kept, type Whose } from './kept-edits';
import { openPages, thisPage } from './this-page';
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

  /** The name of this tab, once it is known and what was kept under it has been put back. */
  const page = useRef<string | null>(null);
  const store = useCallback(() => {
    if (page.current === null) return;
    const at = new Date().toISOString();
    const kept = { page: page.current, at, edits: latest.current, unread: words.current };
    tryStorage((storage) => keep(storage, whose, kept));
  }, [whose]);

  const setEdits = useCallback(
    (change: (edits: Edits) => Edits) => {
      const before = latest.current;
      const next = change(before);
      latest.current = next;
      setState(next);
      // From nothing to nothing: what is kept for a material that is locked now stays.
      if (!isEmpty(before) || !isEmpty(next)) store();
    },
    [store],
  );
  useEffect(store, [unread, store]);

  const look = useCallback(async () => {
    const name = await thisPage();
    const first = page.current === null;
    page.current = name;
    const kept = tryStorage((storage) => keptOf(storage, whose)) ?? [];
    const own = kept.find((one) => one.page === name);
    if (own && writable && (first || isEmpty(latest.current))) {
      // What was typed since the page opened goes first.
      setEdits((now) => overlaid(withoutGone(own.edits, stored.current), now));
      putUnread(own.unread);
    } else if (first && !isEmpty(latest.current)) store();
    const open = await openPages();
    // Where nothing can be changed now, one's own words are shown as well, to be copied.
    const gone = kept.find((one) => (one === own ? !writable : !open.includes(one.page)));
    setLeft(gone ?? null);
  }, [whose, writable, setEdits, putUnread, store]);

  useEffect(() => {
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
