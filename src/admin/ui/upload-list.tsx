'use client';
import type { UploadEntry } from '../hooks/use-uploads';
import { useT } from '../hooks/use-t';
import { Button } from './button';
import { formatBytes, formatNumber } from './format';
import { Icon } from './icon';
import { mayRetry, refusalText } from './problem-text';

/** What is being sent: a bar a file, cancel while it runs, try again when it failed. */
export function UploadList({
  entries,
  onDismiss,
}: {
  entries: UploadEntry[];
  onDismiss: (key: string) => void;
}) {
  const t = useT();
  const shown = entries.filter((entry) => entry.state !== 'done');
  return (
    <div aria-live="polite">
      {shown.length > 0 && (
        <ul className="kho-uploads">
          {shown.map((entry) => (
            <li key={entry.key}>
              <Icon name={entry.state === 'failed' ? 'alert' : 'file'} />
              <div>
                <b>{entry.name}</b>
                {entry.state === 'sending' ? (
                  <>
                    <progress
                      aria-label={t('upload.progressOf', { name: entry.name })}
                      max={1}
                      value={entry.share}
                    />
                    <span className="kho-small kho-muted kho-num">
                      {entry.share < 1
                        ? t('upload.progress', {
                            percent: formatNumber(Math.floor(entry.share * 100)),
                            size: formatBytes(entry.size),
                          })
                        : t('upload.checking')}
                    </span>
                  </>
                ) : (
                  <span className="kho-small kho-uploads__why">
                    {entry.state === 'cancelled' || !entry.problem
                      ? t('upload.cancelled')
                      : refusalText(t, entry.problem)}
                  </span>
                )}
              </div>
              {entry.state === 'sending' ? (
                <Button onClick={entry.cancel}>{t('common.cancel')}</Button>
              ) : (
                <>
                  {mayRetry(entry.problem) && (
                    <Button onClick={entry.retry}>{t('common.tryAgain')}</Button>
                  )}
                  <Button
                    aria-label={t('upload.dismiss', { name: entry.name })}
                    icon="x"
                    iconOnly
                    onClick={() => onDismiss(entry.key)}
                    variant="quiet"
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
