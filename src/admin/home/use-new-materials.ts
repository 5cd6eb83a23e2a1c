'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useT } from '../hooks/use-t';
import { useUploads } from '../hooks/use-uploads';
import { formatBytes } from '../ui/format';
import { notifyProblem } from '../ui/notify';
import { Problem } from '../api/problem';
import { createDraft } from './create-draft';
import { titleOfFile } from './title-of-file';

export interface CreatedMaterial {
  id: string;
  title: string;
}

/**
 * Drafts from files: one material of all, or one of each. A single draft opens once its files are
 * up; what failed stays listed with a way to try again.
 */
export function useNewMaterials({ onCreated, limit }: { onCreated: () => void; limit?: number }) {
  const t = useT();
  const router = useRouter();
  const uploads = useUploads<{ id: string }>();
  const [created, setCreated] = useState<CreatedMaterial[]>([]);
  const [making, setMaking] = useState(false);

  const one = async (
    files: File[],
    department: string,
  ): Promise<{ id: string; whole: boolean }> => {
    const title = titleOfFile(files[0]?.name ?? '');
    const id = await createDraft(title, department);
    setCreated((list) => [...list, { id, title }]);
    let whole = true;
    for (const [index, file] of files.entries()) {
      const role = index === 0 ? 'main' : 'attachment';
      const sent = await uploads.send(`/intake/files?material=${id}&role=${role}`, file);
      if (!sent) whole = false;
    }
    return { id, whole };
  };

  const create = async (args: { files: File[]; department: string; each: boolean }) => {
    const tooBig = args.files.find((file) => limit !== undefined && file.size > limit);
    if (tooBig && limit) {
      const title = t('upload.tooBig', { name: tooBig.name, limit: formatBytes(limit) });
      notifyProblem(
        t,
        new Problem({
          status: 413,
          code: 'file_too_large',
          title,
          detail: t('upload.tooBigRemedy'),
        }),
      );
      return;
    }
    setMaking(true);
    setCreated([]);
    try {
      const groups = args.each ? args.files.map((file) => [file]) : [args.files];
      const made = [];
      for (const group of groups) made.push(await one(group, args.department));
      onCreated();
      const [only] = made;
      if (only && made.length === 1 && only.whole) router.push(`/admin/hoc-lieu/${only.id}`);
    } catch (cause) {
      notifyProblem(t, cause);
    } finally {
      setMaking(false);
    }
  };

  return {
    create,
    created,
    entries: uploads.entries,
    dismiss: uploads.dismiss,
    busy: making || uploads.busy,
  };
}
