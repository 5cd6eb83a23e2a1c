import type { Payload, Where } from 'payload';
import { now } from '../../platform/clock';
import { SEARCHABLE } from '../../publishing/searchable';
import type { SearchPart } from '../../search/ask-search';
import type { HealthContext } from './context';
import type { Finding } from './finding';

const OUT: Record<string, { code: string; remedy: string }> = {
  no_index: { code: 'indexMissing', remedy: 'searchIndex' },
  other_folding: { code: 'indexMissing', remedy: 'searchIndex' },
  key_refused: { code: 'keyRefused', remedy: 'searchKey' },
};
const SILENT = { code: 'silent', remedy: 'search' };

/** Effects under way will bring the index in line; then a difference is none. */
async function isCatchingUp(payload: Payload): Promise<boolean> {
  const where: Where = {
    and: [
      { status: { equals: 'pending' } },
      { topic: { in: ['search.sync', 'search.rebuild', 'labels.reproject'] } },
    ],
  };
  return (await payload.count({ collection: 'outbox', where })).totalDocs > 0;
}

async function found(payload: Payload, { detail }: SearchPart, documents: number) {
  const { totalDocs } = await payload.count({ collection: 'publications', where: SEARCHABLE });
  const params = { documents, publications: totalDocs };
  if (detail === 'index_partial')
    return { status: 'warning', code: 'indexPartial', remedy: 'searchIndex', params } as const;
  if (documents === totalDocs)
    return { status: 'ok', code: 'indexed', remedy: null, params } as const;
  if (await isCatchingUp(payload))
    return { status: 'ok', code: 'indexCatchingUp', remedy: null, params } as const;
  return { status: 'warning', code: 'indexDiffers', remedy: 'searchDiffers', params } as const;
}

/** Whether there is an index, whole, and with as many documents as there are publications. */
export async function searchFinding(
  { payload }: HealthContext,
  answer: SearchPart,
  seen: string | null,
): Promise<Finding> {
  const part = 'search';
  if (answer.documents === undefined) {
    const { code, remedy } = OUT[answer.detail ?? ''] ?? SILENT;
    return { part, status: 'fault', lastWorkedAt: seen, detail: { code }, remedy };
  }
  const { status, code, remedy, params } = await found(payload, answer, answer.documents);
  return { part, status, lastWorkedAt: now().toISOString(), detail: { code, params }, remedy };
}
