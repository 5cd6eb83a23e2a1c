import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TypedUser } from 'payload';
import { storeEvidence, storeFile } from '../../src/intake/store-upload';
import { getStorage } from '../../src/platform/storage/storage';
import { intakeGuards } from '../../src/processes/intake-guards';
import { performAction } from '../../src/publishing/perform-action';
import type { Action } from '../../src/review/states';
import type { TestApp } from '../helpers/app';
import { makePdf } from '../intake/make-files';

export interface MaterialWishes {
  /** A contributor or manager of the department. */
  author: TypedUser;
  department?: string;
  title?: string;
  abstract?: string;
  fileName?: string;
  evidenceName?: string;
  /** The one line of the file. */
  fileText?: string;
  /** The one line of the permission document. */
  evidenceText?: string;
  /** Fields of the material that differ from a complete one. */
  fields?: Record<string, unknown>;
  /** Fields of the rights record that differ from a complete one. */
  rights?: Record<string, unknown>;
}

export interface MadeMaterial {
  id: string;
  title: string;
  rightsId: string;
  fileId: string;
  filePublicId: string;
  evidenceId: string;
}

/** A file as intake has just received it. */
export function receivedFile(app: TestApp, name: string, bytes: Buffer) {
  const folder = path.join(app.folder, 'data', 'uploads');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, randomUUID());
  writeFileSync(file, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path: file, name, size: bytes.length, sha256, declaredType: undefined };
}

const asAuthor = (user: TypedUser) => ({ user, overrideAccess: false, depth: 0 }) as const;

/** A draft with nothing left to ask, made by its author the way a person makes it. */
export async function completeMaterial(
  app: TestApp,
  wishes: MaterialWishes,
): Promise<MadeMaterial> {
  const { author, department = 'YT' } = wishes;
  const { payload } = app;
  const title = wishes.title ?? `Dinh dưỡng học đường ${randomUUID().slice(0, 8)}`;
  const own = asAuthor(author);
  const material = await payload.create({
    collection: 'materials',
    data: {
      department: await app.departmentId(department),
      title,
      abstract: wishes.abstract ?? 'Bữa ăn cân đối cho học sinh tiểu học.',
      keywords: ['dinh dưỡng'],
      language: ['vi'],
      type: await app.termId('types', 'handout'),
      subjects: [await app.termId('subjects', 'suc-khoe-va-dinh-duong')],
      audiences: [await app.termId('audiences', 'phu-huynh')],
      creators: [{ name: 'Nguyễn Thị Lan', role: 'author' }],
      declarations: { noStateSecret: true, consents: true },
      ...wishes.fields,
    } as never,
    ...own,
  });
  const id = String(material.id);
  const scope = { payload, storage: getStorage(), guards: intakeGuards, user: author };
  const fileId = await storeFile(
    scope,
    receivedFile(
      app,
      wishes.fileName ?? 'dinh-duong.pdf',
      makePdf([wishes.fileText ?? `Trang ${randomUUID()}`]),
    ),
    { materialId: id, role: 'main' },
  );
  await settleFile(app, fileId);
  const rightsId = await mainRightsId(app, id);
  await payload.update({
    collection: 'rights-records',
    id: rightsId,
    data: {
      ...(await completeRights(app, title)),
      ...wishes.rights,
    },
    ...own,
  });
  const evidenceId = await storeEvidence(
    scope,
    receivedFile(
      app,
      wishes.evidenceName ?? 'quyet-dinh.pdf',
      makePdf([wishes.evidenceText ?? `Giay ${randomUUID()}`]),
    ),
    { rightsId, ...PAPER },
  );
  const file = await payload.findByID({ collection: 'files', id: fileId, depth: 0 });
  return { id, title, rightsId, fileId, filePublicId: file.publicId, evidenceId };
}

export const PAPER = {
  kind: 'assignment_decision',
  number: '214/QĐ-SYT',
  date: '2025-03-12',
  issuer: 'Sở Y tế Hà Nội',
};

/** What a record on the basis of employment says, without its paper. */
export async function completeRights(
  app: Pick<TestApp, 'licenceId'>,
  title: string,
): Promise<Record<string, unknown>> {
  return {
    workType: 'text',
    title,
    authors: [{ name: 'Nguyễn Thị Lan', living: true, nationality: 'VN' }],
    country: 'VN',
    published: 'no',
    owner: { kind: 'state_agency', name: 'Sở Y tế Hà Nội' },
    basis: 'employment',
    scope: ['reproduce', 'communicate_to_public', 'derive', 'distribute'],
    licence: await app.licenceId('CC-BY-4.0'),
    creditLine: 'Sở Y tế Hà Nội, 2026',
    portraitConsent: 'not_needed',
    ai: { use: 'none' },
  };
}

/** The record of the whole. */
export async function mainRightsId(app: TestApp, materialId: string): Promise<string> {
  const found = await app.payload.find({
    collection: 'rights-records',
    where: { and: [{ material: { equals: materialId } }, { component: { exists: false } }] },
    depth: 0,
  });
  return String(found.docs[0]?.id);
}

/** The worker has been: the file is processed. */
async function settleFile(app: TestApp, id: string): Promise<void> {
  await app.payload.db.updateOne({
    collection: 'files',
    id,
    data: { processing: 'done', pages: 1 },
  });
}

export interface Step {
  as: TypedUser;
  action: Action;
  reasons?: string[];
  at?: string;
  to?: string;
  comment?: string;
}

/** Takes the steps one after the other through the workflow's own function. */
export async function advance(app: TestApp, materialId: string, steps: Step[]): Promise<void> {
  for (const { as, ...step } of steps) {
    await performAction({ payload: app.payload, user: as, materialId, ...step });
  }
}

export interface PublishedMaterial extends MadeMaterial {
  identifier: string;
}

/** The same, submitted by its author, approved and published by an editor. */
export async function publishedMaterial(
  app: TestApp,
  wishes: MaterialWishes & { editor: TypedUser },
): Promise<PublishedMaterial> {
  const { author, editor } = wishes;
  const made = await completeMaterial(app, wishes);
  await advance(app, made.id, [
    { as: author, action: 'submit' },
    { as: editor, action: 'claim' },
    { as: editor, action: 'approve' },
    { as: editor, action: 'publish' },
  ]);
  const material = await app.payload.findByID({ collection: 'materials', id: made.id, depth: 0 });
  return { ...made, identifier: String(material.identifier) };
}
