'use client';
import type { ReactNode } from 'react';
import { useT } from '../hooks/use-t';
import { Button } from './button';

/** Back and forth through a long list; nothing while one page holds it all. */
export function Pages({
  page,
  pages,
  onPage,
  children,
}: {
  page: number;
  pages: number;
  onPage: (page: number) => void;
  /** What is left, said beside the page. */
  children?: ReactNode;
}) {
  const t = useT();
  if (pages <= 1) return null;
  return (
    <nav aria-label={t('common.pages')} className="kho-pages">
      <Button blocked={page <= 1} icon="left" onClick={() => onPage(page - 1)}>
        {t('common.previousPage')}
      </Button>
      <span aria-live="polite" className="kho-sm kho-muted kho-num">
        {t('common.pageOf', { page, pages })}
        {children}
      </span>
      <Button blocked={page >= pages} onClick={() => onPage(page + 1)}>
        {t('common.nextPage')}
      </Button>
    </nav>
  );
}
