'use client';
import { useTranslation } from '@payloadcms/ui';
import { useMemo } from 'react';
import { makeT, type T } from '../make-t';

/** The admin's words in the person's language; `t.lang` says which. */
export function useT(): T {
  const { i18n } = useTranslation();
  return useMemo(() => makeT(i18n.language), [i18n.language]);
}
