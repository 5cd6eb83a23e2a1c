'use client';
import { useRef, useState } from 'react';
import { refusePicked } from '../api/refuse-picked';
import { useT } from '../hooks/use-t';
import { useUnsavedGuard } from '../hooks/use-unsaved-guard';
import { useUploads } from '../hooks/use-uploads';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { fieldId } from '../ui/field-id';
import { formatLimit } from '../ui/format';
import { Icon } from '../ui/icon';
import { UploadList } from '../ui/upload-list';
import { MATERIAL } from './edits';
import { FileRow } from './file-row';
import { useRecord } from './use-record';
import { useWorkbench } from './workbench';

/** The bytes: sent up with progress, put in order, given a part to play and words for the blind. */
export function FilesTab() {
  const t = useT();
  const { view, reference, reload, save } = useWorkbench();
  const record = useRecord(MATERIAL);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const uploads = useUploads<{ id: string }>(() => void reload());
  useUnsavedGuard(uploads.busy, t('upload.leave'));
  const rows = record.value<{ id: string; file: string; role: string }[]>('items') ?? [];

  const take = async (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length === 0 || !(await save())) return;
    // The first that is taken is the main file, whichever that is.
    const path = () => `/intake/files?material=${view.id}&role=${hasMain ? 'attachment' : 'main'}`;
    let hasMain = rows.some(({ role }) => role === 'main');
    for (const file of files) {
      const problem = refusePicked(t.lang, file, {
        accepts: reference?.accepts.content,
        limit: reference?.maxUploadBytes,
      });
      if (problem) uploads.refuse(file, problem);
      else if (await uploads.send(path, file)) hasMain = true;
    }
  };

  return (
    <div className="kho-form">
      {view.writable && (
        <div
          className="kho-drop kho-drop--files"
          data-over={over}
          onDragLeave={() => setOver(false)}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            void take(event.dataTransfer.files);
          }}
        >
          <Icon name="upload" />
          <div>
            <b>{t('files.dropHere')}</b>
            <span className="kho-muted kho-sm">
              {reference
                ? t('files.limit', { limit: formatLimit(reference.maxUploadBytes) })
                : t('home.dropKinds')}
            </span>
          </div>
          <input
            aria-label={t('home.chooseFiles')}
            hidden
            multiple
            onChange={(event) => {
              void take(event.target.files);
              event.target.value = '';
            }}
            ref={input}
            type="file"
          />
          <Button
            busy={uploads.busy}
            id={rows.length === 0 ? fieldId('items') : undefined}
            onClick={() => input.current?.click()}
          >
            {t('home.chooseFiles')}
          </Button>
        </div>
      )}
      <UploadList entries={uploads.entries} onDismiss={uploads.dismiss} />
      {rows.length === 0 && !uploads.busy && (
        <EmptyState icon="files" title={t('files.empty')}>
          {t('files.emptyText')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ol className="kho-filelist" id={fieldId('items')}>
          {rows.map((row, index) => (
            <FileRow count={rows.length} index={index} key={row.id} record={record} />
          ))}
        </ol>
      )}
    </div>
  );
}
