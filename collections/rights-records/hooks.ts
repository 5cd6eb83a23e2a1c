import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeValidateHook,
} from 'payload';
import { recordEvent } from '../../src/audit/record-event';
import { holdDocument } from '../../src/platform/database/hold-document';
import { AppError } from '../../src/platform/errors';
import { addAuthors } from '../../src/review/add-authors';
import { personOf } from '../../src/review/people';
import { refuseStale } from '../../src/review/stale-write';
import { idOf } from '../shared/id-of';

type Row = Record<string, unknown> & { id: string; component?: string | null; editors?: unknown[] };

/** One record for the whole, made with the material; every further one names its component. */
export const oneMainRecord: CollectionBeforeValidateHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data) return data;
  const name: unknown = data.component;
  const component =
    typeof name === 'string'
      ? name.trim() || null
      : name === true
        ? String(data.title ?? '?')
        : null;
  if (operation === 'update') {
    const before = originalDoc as Row;
    return {
      ...data,
      // A record stays with its material.
      material: idOf(before.material),
      ...(data.component === undefined
        ? {}
        : { component: before.component ? (component ?? before.component) : null }),
    };
  }
  if (!component && req.user) {
    const existing = await req.payload.count({
      collection: 'rights-records',
      where: { and: [{ material: { equals: data.material } }, { component: { exists: false } }] },
      req,
    });
    if (existing.totalDocs > 0) {
      throw new AppError('invalid_input', {
        errors: [{ field: 'component', code: 'main_record_exists' }],
      });
    }
  }
  return { ...data, component };
};

/** An evidence row may name only documents uploaded for this very record. */
export const checkEvidence: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  if (!req.user || data.evidence === undefined) return data;
  const ids = ((data.evidence ?? []) as { document?: unknown }[])
    .map((entry) => idOf(entry.document))
    .filter((id): id is string => typeof id === 'string');
  if (ids.length === 0) return data;
  const found = await req.payload.count({
    collection: 'evidence',
    where: {
      and: [
        { id: { in: ids } },
        { rights: { equals: (originalDoc as Row | undefined)?.id ?? '' } },
      ],
    },
    req,
  });
  if (found.totalDocs !== new Set(ids).size) {
    throw new AppError('invalid_input', { errors: [{ field: 'evidence', code: 'file_of_other' }] });
  }
  return data;
};

/** Bookkeeping of our own and of Payload's is no change. */
const OWN = [
  ...['id', 'material', 'editors', 'lastEditedBy', 'updatedAt', 'createdAt'],
  // What ends with the facts is said by an event of its own.
  ...['decidedBy', 'decidedAt', 'decisionGround'],
];

/** Row ids that Payload makes for new rows say nothing about content. */
function comparable(value: unknown): string {
  return JSON.stringify(value ?? null, (key, entry: unknown) =>
    key === 'id' || entry === null || entry === '' ? undefined : entry,
  );
}

function changedFields(before: Row | undefined, data: Record<string, unknown>): string[] {
  return Object.keys(data).filter(
    (name) =>
      before &&
      !OWN.includes(name) &&
      data[name] !== undefined &&
      comparable(before[name]) !== comparable(data[name]),
  );
}

export const recordRightsEdit: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const person = personOf(req.user);
  if (!person) return data;
  const before = originalDoc as Row | undefined;
  const touched = changedFields(before, data as Record<string, unknown>);
  // Saving what stands there already makes nobody an author.
  if (operation === 'update' && touched.length === 0) return data;
  if (operation === 'update' && before) {
    await refuseStale({ req, collection: 'rights-records', stored: before });
  }
  // At a creation Payload gives an empty original, not none.
  const own = operation === 'update' && before ? before : (data as Row);
  // Whether it may be written depends on the material's state: that must not change in between.
  await holdDocument(req, 'materials', String(idOf(own.material)));
  // Made together with the material: the material's own event says it.
  if (operation === 'update' || data.component) {
    await recordEvent({
      req,
      action: operation === 'create' ? 'rights.create' : 'rights.edit',
      subject: `materials/${String(idOf(own.material))}`,
      detail: {
        rights: before?.id ?? null,
        component: (own.component as string | null | undefined) ?? null,
        fields: touched,
      },
    });
  }
  const editors = (before?.editors ?? []).map(idOf);
  return {
    ...data,
    editors: editors.includes(person.id) ? editors : [...editors, person.id],
    lastEditedBy: person.id,
  };
};

async function readRow(req: Parameters<CollectionBeforeDeleteHook>[0]['req'], id: unknown) {
  return (await req.payload.findByID({
    collection: 'rights-records',
    id: String(id),
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })) as unknown as (Row & { material: string }) | null;
}

export const keepMainRecord: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (!req.user) return;
  const row = await readRow(req, id);
  if (row && !row.component) {
    throw new AppError('invalid_input', { errors: [{ field: 'rights', code: 'main_record' }] });
  }
};

/** Taking a component away is an edit of the whole: whoever does it becomes its author. */
export const recordRightsRemoval: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const person = personOf(req.user);
  if (!person) return;
  const row = await readRow(req, id);
  if (!row) return;
  await holdDocument(req, 'materials', row.material);
  await addAuthors({ req, materialId: row.material, people: [person.id] });
  await recordEvent({
    req,
    action: 'rights.remove',
    subject: `materials/${row.material}`,
    detail: { rights: row.id, component: row.component ?? null },
  });
};
