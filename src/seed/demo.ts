import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Payload, TypedUser } from 'payload';
import { storeEvidence, storeFile } from '../intake/store-upload';
import { hanoiDate, setClock } from '../platform/clock';
import { getEnv } from '../platform/env';
import { getStorage } from '../platform/storage/storage';
import { runOutbox } from '../platform/worker/run-outbox';
import { distFile } from '../processes/dist-file';
import { createHandlers } from '../processes/handlers';
import { intakeGuards } from '../processes/intake-guards';
import { performAction } from '../publishing/perform-action';
import type { Action } from '../review/states';
import { createSearchWriter } from '../search/create';
import { newPassword } from './passwords';
import { seedFile } from './reference';

export interface SignIn {
  email: string;
  password: string;
  role: string;
  name: string;
  departments?: string[];
}

type Words<T = string> = { vi: T; en?: T };
interface DemoRights extends Record<string, unknown> {
  licence?: string;
  creditLine?: Words;
  /** The grant ends so many days after the day of seeding: what the home page shows as ending soon. */
  termToInDays?: number;
  evidence?: { file: string; kind?: string; number?: string; date?: string; issuer?: string }[];
  items?: unknown;
}
interface DemoMaterial extends Record<string, unknown> {
  key: string;
  department: string;
  state: string;
  path: Action[];
  items: { file: string; role: string; caption?: Words; altText?: Words }[];
  rights?: DemoRights;
  components?: DemoRights[];
  decision?: { reasons: string[]; comment: string };
  draftChanges?: Record<string, Words<unknown>>;
}
interface Demo {
  users: { email: string; name: string; role: string; departments: string[] }[];
  materials: DemoMaterial[];
}

const LOCALISED = ['title', 'alternativeTitle', 'abstract', 'keywords', 'outcomes'] as const;
const TERMS: Record<string, string> = {
  type: 'types',
  subjects: 'subjects',
  levels: 'levels',
  audiences: 'audiences',
  features: 'features',
};
const PLAIN = [
  'language',
  'ageRange',
  'duration',
  'creators',
  'publisher',
  'place',
  'issued',
  'educationalUse',
  'interactivity',
  'basedOn',
  'partOf',
  'intendedUse',
  'embargoUntil',
  'declarations',
] as const;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long ago a step was taken, so that the queue has fresh, due and overdue items to show. */
const DAYS_AGO: Partial<Record<string, number>> = {
  awaiting_endorsement: 1,
  submitted: 9,
  in_review: 4,
  returned: 2,
  rejected: 12,
  approved: 1,
};

interface Scope {
  payload: Payload;
  people: Map<string, TypedUser>;
  ids: Map<string, string>;
}

async function referenceIds(payload: Payload): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const collection of ['departments', 'terms', 'licences'] as const) {
    const found = await payload.find({ collection, depth: 0, pagination: false });
    for (const row of found.docs as unknown as { id: string; code: string; scheme?: string }[]) {
      ids.set(`${row.scheme ?? collection}/${row.code}`, row.id);
    }
  }
  return ids;
}

async function createPeople({ payload, people, ids }: Scope, demo: Demo): Promise<SignIn[]> {
  const signIns: SignIn[] = [];
  for (const person of demo.users) {
    if (person.role === 'administrator') continue;
    const password = newPassword();
    const user = await payload.create({
      collection: 'users',
      data: {
        email: person.email,
        name: person.name,
        role: person.role as 'contributor',
        departments: person.departments.map((code) => ids.get(`departments/${code}`) ?? ''),
        active: true,
        password,
      },
      depth: 0,
    });
    people.set(person.email, { ...user, collection: 'users' } as TypedUser);
    signIns.push({ ...person, password });
  }
  return signIns;
}

/** In some departments the manager confirms a submission before it leaves the house. */
async function askForEndorsement({ payload, ids }: Scope, demo: Demo): Promise<void> {
  const codes = demo.materials
    .filter((material) => material.path.includes('endorse') || material.state === 'awaiting_endorsement')
    .map((material) => material.department);
  for (const code of new Set(codes)) {
    await payload.update({
      collection: 'departments',
      id: ids.get(`departments/${code}`) ?? '',
      data: { requiresEndorsement: true },
      depth: 0,
    });
  }
}

/** The upload as intake would have received it: a copy on the storage's side, with its hash. */
function received(file: string) {
  const source = seedFile(`demo/files/${file}`);
  const bytes = readFileSync(source);
  const folder = path.join(getEnv().dataDir, 'uploads');
  mkdirSync(folder, { recursive: true });
  const copy = path.join(folder, randomUUID());
  copyFileSync(source, copy);
  return {
    path: copy,
    name: path.basename(file).normalize('NFC'),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    declaredType: undefined,
  };
}

async function asPerson<T>(payload: Payload, user: TypedUser, work: (own: { user: TypedUser; overrideAccess: false; depth: 0 }) => Promise<T>): Promise<T> {
  return await work({ user, overrideAccess: false, depth: 0 });
}

/** By the machine's clock: the one of the house is moved through the past while the set is made. */
const dayFromToday = (days: number) => hanoiDate(new Date(Date.now() + days * DAY));

async function fillRights(scope: Scope, user: TypedUser, rightsId: string, rights: DemoRights) {
  const { payload, ids } = scope;
  const { licence, creditLine, evidence, termToInDays, items: _items, ...plain } = rights;
  await asPerson(payload, user, (own) =>
    payload.update({
      collection: 'rights-records',
      id: rightsId,
      locale: 'vi',
      data: {
        ...plain,
        ...(licence ? { licence: ids.get(`licences/${licence}`) } : {}),
        ...(creditLine ? { creditLine: creditLine.vi } : {}),
        ...(termToInDays ? { termTo: dayFromToday(termToInDays) } : {}),
      },
      ...own,
    }),
  );
  if (creditLine?.en) {
    await asPerson(payload, user, (own) =>
      payload.update({ collection: 'rights-records', id: rightsId, locale: 'en', data: { creditLine: creditLine.en }, ...own }),
    );
  }
  for (const { file, ...details } of evidence ?? []) {
    await storeEvidence(
      { payload, storage: getStorage(), guards: intakeGuards, user },
      received(file),
      { rightsId, ...details },
    );
  }
}

function content(material: Record<string, unknown>, lang: 'vi' | 'en', ids: Map<string, string>) {
  const data: Record<string, unknown> = {};
  for (const field of LOCALISED) {
    const value = material[field] as Words<unknown> | undefined;
    if (value?.[lang] !== undefined) data[field] = value[lang];
  }
  if (lang === 'en') return data;
  for (const [field, scheme] of Object.entries(TERMS)) {
    const value = material[field] as string | string[] | undefined;
    if (value === undefined) continue;
    const id = (code: string) => {
      const found = ids.get(`${scheme}/${code}`);
      if (!found) throw new Error(`demo data: no term ${scheme}/${code}`);
      return found;
    };
    data[field] = Array.isArray(value) ? value.map(id) : id(value);
  }
  for (const field of PLAIN) if (material[field] !== undefined) data[field] = material[field];
  const a11y = material.accessibility as (Record<string, unknown> & { summary?: Words }) | undefined;
  if (a11y) data.accessibility = { ...a11y, summary: a11y.summary?.vi };
  return data;
}

async function describe(scope: Scope, user: TypedUser, id: string, material: DemoMaterial) {
  const { payload, ids } = scope;
  for (const item of material.items) {
    await storeFile(
      { payload, storage: getStorage(), guards: intakeGuards, user },
      received(item.file),
      { materialId: id, role: item.role },
    );
  }
  for (const lang of ['vi', 'en'] as const) {
    const current = await payload.findByID({ collection: 'materials', id, depth: 0, locale: lang, fallbackLocale: false });
    const data = content(material, lang, ids);
    const words = (item: DemoMaterial['items'][number] | undefined) => ({
      ...(item?.caption?.[lang] ? { caption: item.caption[lang] } : {}),
      ...(item?.altText?.[lang] ? { altText: item.altText[lang] } : {}),
    });
    const items = (current.items ?? []).map((row, index) => ({ ...row, ...words(material.items[index]) }));
    if (lang === 'en' && Object.keys(data).length === 0) continue;
    await asPerson(payload, user, (own) =>
      payload.update({ collection: 'materials', id, locale: lang, data: { ...data, items }, ...own }),
    );
  }
}

async function createMaterial(scope: Scope, user: TypedUser, material: DemoMaterial): Promise<string> {
  const { payload, ids } = scope;
  const created = await asPerson(payload, user, (own) =>
    payload.create({
      collection: 'materials',
      locale: 'vi',
      data: {
        department: ids.get(`departments/${material.department}`) ?? '',
        title: (material.title as Words | undefined)?.vi,
      } as never,
      ...own,
    }),
  );
  const id = String(created.id);
  await describe(scope, user, id, material);
  const main = await payload.find({
    collection: 'rights-records',
    where: { material: { equals: id } },
    limit: 1,
    depth: 0,
  });
  if (material.rights && main.docs[0]) {
    await fillRights(scope, user, String(main.docs[0].id), material.rights);
  }
  for (const component of material.components ?? []) {
    const record = await asPerson(payload, user, (own) =>
      payload.create({
        collection: 'rights-records',
        data: { material: id, component: String(component.component) },
        ...own,
      }),
    );
    await fillRights(scope, user, String(record.id), component);
  }
  return id;
}

function actorOf(scope: Scope, demo: Demo, material: DemoMaterial, action: Action, index: number): TypedUser {
  const editors = demo.users.filter((user) => user.role === 'editor');
  const inDepartment = (role: string) =>
    demo.users.find((user) => user.role === role && user.departments.includes(material.department));
  const person =
    action === 'submit' || action === 'revise'
      ? inDepartment('contributor')
      : action === 'endorse'
        ? inDepartment('manager')
        : editors[index % editors.length];
  const user = person && scope.people.get(person.email);
  if (!user) throw new Error(`demo data: nobody to ${action} ${material.key}`);
  return user;
}

/**
 * The demo set, made the way people make it: uploaded through intake, described and decided upon by
 * the workflow's own functions. Nothing in it is written past a rule.
 */
export async function seedDemo(payload: Payload): Promise<SignIn[]> {
  const demo = JSON.parse(readFileSync(seedFile('demo/demo.json'), 'utf8')) as Demo;
  const scope: Scope = { payload, people: new Map(), ids: await referenceIds(payload) };
  const signIns = await createPeople(scope, demo);
  await askForEndorsement(scope, demo);
  const writer = createSearchWriter({ setting: getEnv().search });
  const handlers = createHandlers({
    payload,
    storage: getStorage(),
    writer,
    processingThread: distFile('processing-thread.js'),
  });
  const settle = async () => {
    while ((await runOutbox({ payload, handlers })) > 0);
  };
  const start = Date.now();
  try {
    for (const [index, material] of demo.materials.entries()) {
      process.stdout.write(`\r  demo material ${String(index + 1)}/${String(demo.materials.length)} `);
      const days = DAYS_AGO[material.state] ?? 3 * (demo.materials.length - index) + 5;
      let moment = start - Math.max(1, days - (index % 3)) * DAY;
      const step = () => {
        moment += HOUR / 2;
        setClock(new Date(Math.min(moment, start)));
      };
      step();
      const author = actorOf(scope, demo, material, 'submit', index);
      const id = await createMaterial(scope, author, material);
      await backdate(payload, id, moment);
      setClock(undefined);
      await settle();
      for (const action of material.path) {
        step();
        const decision = ['return', 'reject', 'withdraw'].includes(action) ? material.decision : undefined;
        await performAction({
          payload,
          user: actorOf(scope, demo, material, action, index),
          materialId: id,
          action,
          ...decision,
        });
      }
      if (material.draftChanges) await applyDraftChanges(scope, author, id, material.draftChanges);
    }
    setClock(undefined);
    await settle();
  } finally {
    setClock(undefined);
    await writer.close();
    process.stdout.write('\r');
  }
  return signIns;
}

/** Payload stamps a new row with the machine's clock; its story begins when the steps say so. */
async function backdate(payload: Payload, id: string, moment: number): Promise<void> {
  const at = new Date(moment).toISOString();
  await payload.db.updateOne({
    collection: 'materials',
    id,
    data: { createdAt: at },
    returning: false,
  });
}

async function applyDraftChanges(scope: Scope, user: TypedUser, id: string, changes: Record<string, unknown>) {
  for (const lang of ['vi', 'en'] as const) {
    const data = content(changes, lang, scope.ids);
    if (Object.keys(data).length === 0) continue;
    await asPerson(scope.payload, user, (own) =>
      scope.payload.update({ collection: 'materials', id, locale: lang, data, ...own }),
    );
  }
}
