'use client';
import { useStepNav } from '@payloadcms/ui';
import { useEffect } from 'react';

export interface Crumb {
  label: string;
  url?: string;
}

/** Title of the window and the path in the bar. The last crumb is this screen. */
export function useScreen(crumbs: Crumb[]): void {
  const { setStepNav } = useStepNav();
  const key = JSON.stringify(crumbs);
  useEffect(() => {
    const list = JSON.parse(key) as Crumb[];
    setStepNav(list);
    const title = list.at(-1)?.label;
    if (title) document.title = `${title} · Kho Học Liệu`;
  }, [key, setStepNav]);
}
