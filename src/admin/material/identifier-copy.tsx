'use client';
import { useState } from 'react';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';

export function IdentifierCopy({ identifier }: { identifier: string }) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(identifier);
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      // No clipboard without https: the identifier can still be selected.
    }
  };
  return (
    <span className="kho-idc">
      {identifier}
      <Button
        aria-label={t('material.copyIdentifier')}
        icon={copied ? 'check' : 'copy'}
        iconOnly
        onClick={() => void copy()}
        variant="quiet"
      />
      <span aria-live="polite" className="kho-sr">
        {copied ? t('material.copied') : ''}
      </span>
    </span>
  );
}
