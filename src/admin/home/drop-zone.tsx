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
  const zone = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const [called, setCalled] = useState(false);
  const closed = departments.length === 0;
  const [chosen, setChosen] = useState<File[]>([]);
  const { data: reference } = useResource<ReferenceView>('/api/staff/reference');
  const work = useNewMaterials({ onCreated, reference });
  useUnsavedGuard(work.busy, t('upload.leave'));

  useEffect(() => {
    const open = () => {
      if (window.location.hash !== '#nop') return;
      zone.current?.scrollIntoView({ block: 'center' });
      document.getElementById('kho-drop')?.focus();
      setCalled(true);
    };
    // The menu leads here from here as well, and then the address does not change.
    const again = (event: MouseEvent) => {
      const link = (event.target as HTMLElement).closest?.('a');
      if (link?.hash === '#nop') setTimeout(open, 50);
    };
    open();
    window.addEventListener('hashchange', open);
    document.addEventListener('click', again);
    return () => {
      window.removeEventListener('hashchange', open);
      document.removeEventListener('click', again);
    };
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
        data-called={called}
        data-closed={closed}
        data-over={over && !closed}
        onAnimationEnd={() => setCalled(false)}
        onDragLeave={() => setOver(false)}
        onDragOver={(event) => {
          event.preventDefault();
          if (!closed) setOver(true);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (!closed) take(event.dataTransfer.files);
        }}
        ref={zone}
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
          disabled={closed}
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
          aria-describedby={closed ? 'kho-no-department' : undefined}
          blocked={closed}
          busy={work.busy}
          id="kho-drop"
          onClick={() => input.current?.click()}
          variant="primary"
        >
          {t('home.chooseFiles')}
        </Button>
      </div>
      {closed && (
        <p className="kho-hint kho-hint--warn" id="kho-no-department">
          {t('home.noDepartment')}
        </p>
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
