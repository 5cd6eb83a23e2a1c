import type { PayloadRequest } from 'payload';
import { isUsable, type Verdict } from '../../platform/code-lists';
import { holdObject } from '../../platform/storage/hold-object';
import type { Dossier } from '../dossier';

interface StoredPaper {
  id: string;
  sha256: string;
  verdict: Verdict;
  name: string;
  extension: string;
  mediaType: string;
  size: number;
  storageKey: string;
  pages?: number | null;
  uploadedBy?: string | null;
}
type PaperRow = { document?: unknown } & Record<string, unknown>;

/**
 * Rows of the source whose papers the target does not have yet, by their bytes. Who agreed to be seen
 * in one work did not agree to another: a consent stays where it is.
 */
export function newPaperRows(source: Dossier, target: Dossier): PaperRow[] {
  const had = new Set([...target.evidence.values()].map(({ sha256 }) => sha256));
  return ((source.rights?.evidence ?? []) as PaperRow[]).filter(({ document, kind }) => {
    const paper = source.evidence.get(String(document));
    return (
      paper !== undefined &&
      kind !== 'portrait_consent' &&
      isUsable(paper.verdict) &&
      !had.has(paper.sha256)
    );
  });
}

/**
 * Makes the papers the target's own: a further row for the same stored bytes, under the target's
 * record, so that who may open it follows from the target alone; no reference to another record is
 * ever made. Who uploaded a paper stays its author.
 */
export async function copyPapers(input: {
  req: PayloadRequest;
  target: Dossier;
  rightsId: string;
  rows: PaperRow[];
}): Promise<PaperRow[]> {
  const { req, target, rightsId, rows } = input;
  const copies: PaperRow[] = [];
  for (const { id: _id, document, ...details } of rows) {
    const stored = (await req.payload.findByID({
      collection: 'evidence',
      id: String(document),
      depth: 0,
      overrideAccess: true,
      showHiddenFields: true,
      req,
    })) as unknown as StoredPaper;
    const { name, extension, mediaType, size, sha256, storageKey, verdict, pages, uploadedBy } =
      stored;
    // The source may be deleted for good at this moment, and its bytes after it.
    await holdObject(req, storageKey);
    const copy = await req.payload.create({
      collection: 'evidence',
      data: {
        ...{ name, extension, mediaType, size, sha256, storageKey, verdict, pages, uploadedBy },
        rights: rightsId,
        material: target.material.id,
        department: target.material.department,
      },
      depth: 0,
      overrideAccess: true,
      req,
    });
    copies.push({ ...details, document: String(copy.id) });
  }
  return copies;
}
