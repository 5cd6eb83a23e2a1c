import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
} from 'payload';
import { recordEvent } from '../../src/audit/record-event';
import { now } from '../../src/platform/clock';
import { AppError } from '../../src/platform/errors';
import { searchKey } from '../../src/review/search-key';
import type { Lang } from '../../src/i18n/translate';
import { takesIn, type Standing } from '../../src/review/merger';
import { refuseStale } from '../../src/review/stale-write';
import { personOf } from '../../src/review/people';
import { writableMaterials } from '../shared/visible-materials';
import { contentFields } from './fields';

export { refuseCopies } from '../shared/refuse-copies';

const CONTENT = contentFields.map((field) => (field as { name: string }).name);

async function openDepartment(req: PayloadRequest, id: string): Promise<string> {
  const row = await req.payload.findByID({
    collection: 'departments',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  });
  if (row && !takesIn(row as Standing)) {
    throw new AppError('invalid_input', {
      errors: [{ field: 'department', code: 'department_closed' }],
    });
  }
  return id;
}

/** A person in one department need not say which; moving a material is not an edit. */
export const ownDepartment: CollectionBeforeValidateHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data) return data;
  const person = personOf(req.user);
  if (operation === 'create' && !data.department && person) {
    if (person.departments.length !== 1) {
      throw new AppError('invalid_input', {
        errors: [{ field: 'department', code: 'department_required' }],
      });
    }
    return { ...data, department: await openDepartment(req, person.departments[0] ?? '') };
  }
  if (operation === 'create' && person) await openDepartment(req, String(data.department));
  if (operation === 'update' && person && data.department !== undefined) {
    const own = (originalDoc as { department: unknown }).department;
    if (data.department === own) return data;
    throw new AppError('invalid_input', {
      errors: [{ field: 'department', code: 'field_protected' }],
    });
  }
  return data;
};

function refuseBin(): never {
  throw new AppError('invalid_input', {
    errors: [{ field: 'deletedAt', code: 'once_submitted' }],
  });
}

/** Only what was never submitted goes to the bin. */
export const guardBin: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) => {
  const before = originalDoc as
    { identifier?: string | null; deletedAt?: string | null } | undefined;
  if (operation === 'update' && data.deletedAt && !before?.deletedAt && before?.identifier) {
    refuseBin();
  }
  return data;
};

/** The bin is closed to what was once submitted: in words for who may write it, not a bare refusal. */
export const sayBinIsClosed: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { id, data } = args as { id?: string; data?: { deletedAt?: unknown } };
  const person = personOf(req.user);
  const bins = operation === 'update' && Boolean(data?.deletedAt);
  const own = bins && person && id !== undefined && writableMaterials(person);
  if (!own || own === true) return args as never;
  const { totalDocs } = await req.payload.count({
    collection: 'materials',
    where: { and: [{ id: { equals: id } }, { identifier: { exists: true } }, own] },
    trash: true,
    req,
  });
  if (totalDocs > 0) refuseBin();
  return args as never;
};

/** What a staff search compares with; follows the titles of the language that is saved. */
export const keepSearchKeys: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  if (data.title === undefined && data.alternativeTitle === undefined) return data;
  const before = (originalDoc ?? {}) as { title?: unknown; alternativeTitle?: unknown };
  const titles = [data.title ?? before.title, data.alternativeTitle ?? before.alternativeTitle];
  const keys = (lang: Lang): string =>
    searchKey(
      titles.map((title) =>
        typeof title === 'string' ? title : (title as Partial<Record<Lang, string>> | null)?.[lang],
      ),
    );
  return {
    ...data,
    ...(req.locale === 'en' ? {} : { searchKeyVi: keys('vi') }),
    ...(req.locale === 'vi' ? {} : { searchKeyEn: keys('en') }),
  };
};

function fileIds(items: unknown): string[] {
  return ((items ?? []) as { file?: string | { id: string } }[])
    .map(({ file }) => (typeof file === 'object' ? file.id : file))
    .filter((id): id is string => typeof id === 'string');
}

/** An item may name only files of this material, or the person's own that belong to none yet. */
export const checkItems: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  if (!req.user || data.items === undefined) return data;
  const before = fileIds((originalDoc as { items?: unknown } | undefined)?.items);
  const added = fileIds(data.items).filter((id) => !before.includes(id));
  if (added.length === 0) return data;
  const materialId = (originalDoc as { id?: string } | undefined)?.id;
  const found = await req.payload.find({
    collection: 'files',
    where: { id: { in: added } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  const usable = (
    found.docs as unknown as { id: string; material?: string | null; uploadedBy?: string | null }[]
  ).filter((file) =>
    file.material ? file.material === materialId : file.uploadedBy === req.user?.id,
  );
  if (usable.length !== new Set(added).size) {
    throw new AppError('invalid_input', { errors: [{ field: 'items', code: 'file_of_other' }] });
  }
  return data;
};

function differs(before: unknown, after: unknown): boolean {
  return JSON.stringify(before ?? null) !== JSON.stringify(after ?? null);
}

/**
 * A change of content by a person makes them an author of the material, who may not approve it, and
 * is refused when a colleague saved in between (`If-Match`).
 */
export const recordContentEdit: CollectionBeforeChangeHook = async (args) => {
  const { data, operation, originalDoc, req } = args;
  const person = personOf(req.user);
  if (!person) return data;
  if (operation === 'create') {
    return {
      ...data,
      createdBy: person.id,
      editors: [person.id],
      lastEditedBy: person.id,
      stepSince: now().toISOString(),
    };
  }
  const before = originalDoc as Record<string, unknown> & { id: string; editors?: unknown[] };
  const touched = CONTENT.filter(
    (name) => data[name] !== undefined && differs(before[name], data[name]),
  );
  const binned = (data.deletedAt ?? null) !== (before.deletedAt ?? null);
  if (touched.length === 0 && !binned) return data;
  await refuseStale({ req, collection: 'materials', stored: before });
  await recordEvent({
    req,
    action: binned ? (data.deletedAt ? 'material.bin' : 'material.restore') : 'material.edit',
    subject: `materials/${before.id}`,
    detail: { fields: touched },
  });
  const editors = (before.editors ?? []).map((entry) =>
    typeof entry === 'object' ? (entry as { id: string }).id : (entry as string),
  );
  return {
    ...data,
    editors: editors.includes(person.id) ? editors : [...editors, person.id],
    lastEditedBy: person.id,
  };
};

/** Items and their versions cannot be without the file they name: they go before it. */
async function letGoOfFiles(id: number | string, req: PayloadRequest): Promise<void> {
  const { db } = req.payload;
  await db.deleteVersions({ collection: 'materials', where: { parent: { equals: id } }, req });
  await db.updateOne({ collection: 'materials', id, data: { items: [] }, req, returning: false });
}

/** What was never submitted can be deleted for good: its parts go with it, the record of it stays. */
export const deleteParts: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const where = { material: { equals: id } };
  await req.payload.db.deleteVersions({
    collection: 'rights-records',
    where: { 'version.material': { equals: id } },
    req,
  });
  await letGoOfFiles(id, req);
  for (const collection of ['evidence', 'rights-records', 'files'] as const) {
    await req.payload.db.deleteMany({ collection, where, req });
  }
  await recordEvent({ req, action: 'material.delete', subject: `materials/${String(id)}` });
};

/** A file uploaded without a material belongs to the first that names it. */
export const bindFiles: CollectionAfterChangeHook = async ({ doc, req }) => {
  const { id, items } = doc as { id: string; items?: unknown };
  const files = fileIds(items);
  if (!req.user || files.length === 0) return doc as unknown;
  const loose = await req.payload.find({
    collection: 'files',
    where: { and: [{ id: { in: files } }, { material: { exists: false } }] },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  for (const file of loose.docs) {
    await req.payload.db.updateOne({
      collection: 'files',
      id: file.id,
      data: { material: id },
      req,
      returning: false,
    });
  }
  return doc as unknown;
};

/** Every material has its rights record from the first moment, so that there is one to fill in. */
export const createRightsRecord: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'create') {
    const material = doc as { id: string };
    await req.payload.create({
      collection: 'rights-records',
      data: { material: material.id },
      depth: 0,
      req,
    });
    await recordEvent({ req, action: 'material.create', subject: `materials/${material.id}` });
  }
  return doc as unknown;
};
