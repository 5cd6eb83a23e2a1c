'use client';
import { useRouter } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';
import { useWorkbench } from './workbench';

/** To the other form of the same working copy: what is typed here is saved on the way. */
export function FormLink({ href, children }: { href: string; children: ReactNode }) {
  const router = useRouter();
  const { save } = useWorkbench();
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void save().then((ok) => ok && router.push(href));
  };
  return (
    <a className="kho-btn kho-btn--quiet kho-formlink" data-saves href={href} onClick={go}>
      {children}
    </a>
  );
}
