'use client';
import { useEffect, useRef, useState } from 'react';
import type { HomeView, ReferenceView } from '../../review/view-models';
import { useResource } from '../hooks/use-resource';
import { useT } from '../hooks/use-t';
import { useUnsavedGuard } from '../hooks/use-unsaved-guard';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { UploadList } from '../ui/upload-list';
import { CreatedList } from './created-list';
import { NewMaterialDialog } from './new-material-dialog';
import { useNewMaterials } from './use-new-materials';

/** Drop files anywhere on the box, or choose them: a draft is made and the bytes go up at once. */
export function DropZone({
  departments,
  onCreated,
}: {
  departments: HomeView['departments'];
  onCreated: () => void;
}) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [chosen, setChosen] = useState<File[]>([]);
  const { data: reference } = useResource<ReferenceView>('/api/staff/reference');
  const work = useNewMaterials({ onCreated, reference });
  useUnsavedGuard(work.busy, t('upload.leave'));

  useEffect(() => {
    const open = () =>
      window.location.hash === '#nop' && document.getElementById('kho-drop')?.focus();
    open();
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, []);

  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    const only = departments.length === 1 ? departments[0] : undefined;
    if (files.length === 0) return;
    if (files.length === 1 && only) void work.create({ files, department: only.id, each: true });
    else setChosen(files);
  };

  return (
    <section aria-label={t('home.submitNew')} id="nop">
      <div
        className="kho-drop"
        data-over={over}
        onDragLeave={() => setOver(false)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <Icon name="upload" />
        <div>
          <b>
            <span className="kho-only-wide">{t('home.dropHere')}</span>
            <span className="kho-only-narrow">{t('home.submitNew')}</span>
          </b>
          <span className="kho-muted kho-sm">{t('home.dropKinds')}</span>
        </div>
        <input
          aria-label={t('home.chooseFiles')}
          hidden
          multiple
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
          ref={input}
          type="file"
        />
        <Button
          blocked={departments.length === 0}
          busy={work.busy}
          id="kho-drop"
          onClick={() => input.current?.click()}
          variant="primary"
        >
          {t('home.chooseFiles')}
        </Button>
      </div>
      {departments.length === 0 && (
        <p className="kho-hint kho-hint--warn">{t('home.noDepartment')}</p>
      )}
      <UploadList entries={work.entries} onDismiss={work.dismiss} />
      <CreatedList created={work.created} />
      <NewMaterialDialog
        departments={departments}
        files={chosen}
        onClose={() => setChosen([])}
        onCreate={(choice) => {
          setChosen([]);
          void work.create({ files: chosen, ...choice });
        }}
      />
    </section>
  );
}
