'use client';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icon';

/** What people wrote on the way here, above everything that is read anew. */
export function SaidBefore({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="kho-last" open>
      <summary>
        <Icon name="restore" small />
        <b>{title}</b>
        <Icon name="down" small />
      </summary>
      <div className="kho-last__sides kho-sm">{children}</div>
    </details>
  );
}

/** One person's words, with who wrote them and when in the line above. */
export function Said({ head, children }: { head: string; children: ReactNode }) {
  return (
    <div>
      <p className="kho-muted">{head}</p>
      {children}
    </div>
  );
}
