'use client';
import { useState } from 'react';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';

/** A key that is nowhere else: to be copied now. */
export function ShownKey({ value }: { value: string }) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // No clipboard without https: the key can still be selected.
    }
  };
  return (
    <div role="status">
      <p>
        <strong>{t('portals.shownOnce')}</strong>
      </p>
      <p className="kho-key">
        <code>{value}</code>
        <Button icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
          {copied ? t('portals.copied') : t('portals.copy')}
        </Button>
      </p>
    </div>
  );
}
