'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ReferenceView } from '../../review/view-models';
import { refusePicked } from '../api/refuse-picked';
import { useT } from '../hooks/use-t';
import { useUploads } from '../hooks/use-uploads';
import type { Problem } from '../api/problem';
import { notifyProblem } from '../ui/notify';
import { mayRetry } from '../ui/problem-text';
import { createDraft, discardDraft, nameDraft } from './create-draft';
import { titleOfFile } from './title-of-file';

export interface CreatedMaterial {
  id: string;
  title: string;
}

interface Choice {
  files: File[];
  department: string;
  each: boolean;
}

/**
 * Drafts from files: one material of all, or one of each. The first file that is taken is the main
 * one and names the draft; a draft of which every file is refused is thrown away again. A single draft opens once its files are up; what was refused stays listed
 * with the reason, what failed on the way with a way to try again.
 */
export function useNewMaterials({
  onCreated,
  reference,
}: {
  onCreated: () => void;
  reference: ReferenceView | undefined;
}) {
  const t = useT();
  const router = useRouter();
  const uploads = useUploads<{ id: string }>();
  const [created, setCreated] = useState<CreatedMaterial[]>([]);
  const [making, setMaking] = useState(false);

  /** Without those that can be refused before a byte is sent; they are listed with the reason. */
  const usable = (files: File[]): File[] =>
    files.filter((file) => {
      const problem = refusePicked(t.lang, file, {
        accepts: reference?.accepts.content,
        limit: reference?.maxUploadBytes,
      });
      if (problem) uploads.refuse(file, problem);
      return !problem;
    });

  const one = async (files: File[], department: string) => {
    const named = titleOfFile(files[0]?.name ?? '');
    const id = await createDraft(named, department);
    const say = (title: string | null) =>
      setCreated((list) => [
        ...list.filter((made) => made.id !== id),
        ...(title === null ? [] : [{ id, title }]),
      ]);
    say(named);
    let main: File | undefined;
    let whole = true;
    let maySucceedYet = false;
    const failed = (problem: Problem) => {
      maySucceedYet ||= mayRetry(problem);
    };
    const path = () => `/intake/files?material=${id}&role=${main ? 'attachment' : 'main'}`;
    for (const file of files) {
      if (!(await uploads.send(path, file, failed))) whole = false;
      else if (!main) main = file;
    }
    if (!main && !maySucceedYet) {
      await discardDraft(id);
      say(null);
      return { id, whole };
    }
    const title = main && titleOfFile(main.name);
    if (title && title !== named) {
      await nameDraft(id, title);
      say(title);
    }
    return { id, whole };
  };

  const create = async ({ files, department, each }: Choice) => {
    const taken = usable(files);
    setCreated([]);
    if (taken.length === 0) return;
    setMaking(true);
    try {
      const groups = each ? taken.map((file) => [file]) : [taken];
      const made = [];
      for (const group of groups) made.push(await one(group, department));
      onCreated();
      const [only] = made;
      const all = taken.length === files.length && only?.whole;
      if (only && made.length === 1 && all) router.push(`/admin/nop-hoc-lieu/${only.id}`);
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
