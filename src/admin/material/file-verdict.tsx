'use client';
import type { FileView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { Icon } from '../ui/icon';

/** What the scanner and the workshop say; "not scanned" is never shown as clean. */
export function FileVerdict({ file }: { file: FileView }) {
  const t = useT();
  const bad = file.verdict === 'infected' || file.verdict === 'rejected';
  return (
    <span className={`kho-verdict${bad ? ' kho-verdict--bad' : ''}`}>
      <Icon name={file.verdict === 'clean' ? 'check' : bad ? 'alert' : 'shield'} small />
      {t(`verdicts.${file.verdict}`)}
      {file.processing === 'pending' && `, ${t('files.processing')}`}
      {file.processing === 'failed' && `, ${t('files.processingFailed')}`}
    </span>
  );
}
