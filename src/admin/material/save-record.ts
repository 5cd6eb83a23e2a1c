import { request } from '../api/request';
import { localePatch, type Edit } from './locale-patch';

/** Writes one record, a language at a time, each on top of what the one before left. */
export async function saveRecord(args: {
  collection: 'materials' | 'rights-records';
  id: string;
  updatedAt: string;
  edits: Record<string, Edit>;
}): Promise<void> {
  let stamp = args.updatedAt;
  for (const lang of ['vi', 'en'] as const) {
    const body = localePatch(args.edits, lang);
    if (!body) continue;
    const answer = await request<{ doc: { updatedAt: string } }>(
      `/api/${args.collection}/${args.id}?locale=${lang}&fallback-locale=none&depth=0`,
      { method: 'PATCH', body, ifMatch: stamp },
    );
    stamp = answer.doc.updatedAt;
  }
}
