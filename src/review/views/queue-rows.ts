import type { PayloadRequest } from 'payload';
import { translate, translateIfKnown, type Lang } from '../../i18n/translate';
import { shownMoment } from '../../platform/shown-date';
import { BASIS_REQUIREMENTS } from '../../rights/basis-requirements';
import { readInterview } from '../../rights/interview/stored-interview';
import { openQuestions } from '../../rights/open-questions';
import { authorsOf } from '../dossier';
import type { Person } from '../people';
import type { Action } from '../states';
import { refusal } from '../transitions';
import type { QueueView } from '../view-models';
import { clockView } from './clock-view';
import { relatedTo, type Related, type RightsOfRow, type WaitingRow } from './queue-related';

type Row = QueueView['rows'][number];
/** Decided in bulk by the person who holds them; what starts a review is claiming. */
const BULK: Action[] = ['claim', 'release', 'approve', 'return', 'publish'];

function kindOf(row: WaitingRow, { lang, types, files }: Related): string {
  const type = row.type ? types.get(row.type)?.label : undefined;
  if (!type) return translate(lang, 'workflow:kind.unknown');
  const items = row.items ?? [];
  const pages = items.length === 1 ? files.get(items[0]?.file ?? '')?.pages : undefined;
  return pages
    ? translate(lang, 'workflow:kind.pages', { type, count: pages })
    : translate(lang, 'workflow:kind.files', { type, count: items.length });
}

function notesOf(row: WaitingRow, records: RightsOfRow[], ownWork: boolean, related: Related) {
  const { lang, rounds } = related;
  const returned = rounds.get(row.id)?.returned ?? 0;
  const main = records.find((record) => !record.component);
  const parts = records.length - (main ? 1 : 0);
  const notes: Row['notes'] = [];
  const add = (
    code:
      | 'ai'
      | 'ai_generated'
      | 'components'
      | 'own_work'
      | 'portraits'
      | 'question'
      | 'returned'
      | 'revision'
      | 'scheduled'
      | 'taken_over',
    params = {},
  ) => notes.push({ code, label: translate(lang, `workflow:notes.${code}`, params) });
  if (row.scheduledAt) add('scheduled', { at: shownMoment(row.scheduledAt) });
  if (ownWork) add('own_work');
  const asked = records.flatMap((record) => openQuestions(record)).length;
  if (asked > 0) add('question', { count: asked });
  if (readInterview(main?.interview)?.takenFrom) add('taken_over');
  if (returned > 0) add('returned', { count: returned });
  if (main?.ai?.use === 'assisted') add('ai');
  if (main?.ai?.use === 'generated') add('ai_generated');
  if (main?.portraitConsent && main.portraitConsent !== 'not_needed') add('portraits');
  if (parts > 0) add('components', { count: parts });
  if ((row.revision ?? 0) > 0) add('revision', { revision: row.revision });
  return notes;
}

function isOwnWork(row: WaitingRow, records: RightsOfRow[], related: Related): boolean {
  const { files, evidence, person } = related;
  const objects = [
    ...(row.items ?? []).map(({ file }) => files.get(file)),
    ...records.flatMap((one) => (one.evidence ?? []).map((it) => evidence.get(it.document ?? ''))),
  ].filter((object) => object !== undefined);
  return authorsOf({ material: row, records, objects }).has(person.id);
}

function actionsOf(row: WaitingRow, person: Person, ownWork: boolean): Action[] {
  const at = {
    state: row.state,
    publicationStatus: row.publicationStatus,
    departmentId: row.department,
    holderId: row.holder ?? undefined,
    approverId: undefined,
  };
  return BULK.filter(
    (action) => !refusal(action, person, at) && !(action === 'approve' && ownWork),
  );
}

/** `CC BY 4.0` of `CC BY 4.0: Ghi công`; a statement of rights has no shorter name. */
function shortLicence(licence: { kind: string; label?: string } | undefined): string | null {
  if (!licence?.label) return null;
  const named = licence.kind === 'creative_commons' || licence.kind === 'public_domain';
  return named ? (licence.label.split(':')[0] ?? licence.label) : licence.label;
}

function queueRow(row: WaitingRow, related: Related): Row {
  const { lang, person, people, departments, licences } = related;
  const records = related.rights.get(row.id) ?? [];
  const main = records.find((record) => !record.component);
  const basis = main?.basis;
  const article = basis ? (BASIS_REQUIREMENTS[basis] as { article?: string }).article : undefined;
  const ownWork = isOwnWork(row, records, related);
  const since = row.stepSince ?? row.updatedAt;
  const roundAt = related.rounds.get(row.id)?.submittedAt ?? row.submittedAt ?? since;
  return {
    id: row.id,
    title: row.title ?? translate(lang, 'workflow:untitled'),
    kind: kindOf(row, related),
    department: departments.get(row.department)?.name ?? '',
    basis: basis ? (translateIfKnown(lang, `rights:codes.basis.${basis}`) ?? null) : null,
    article: article ? (translateIfKnown(lang, `rights:articles.${article}`) ?? null) : null,
    licence: shortLicence(main?.licence ? licences.get(main.licence) : undefined),
    notes: notesOf(row, records, ownWork, related),
    state: row.state,
    holder: row.holder ? (people.get(row.holder) ?? null) : null,
    ...clockView(since, roundAt),
    roundAt,
    actions: actionsOf(row, person, ownWork),
    ownWork,
    updatedAt: row.updatedAt,
  };
}

/** The rows of one page of the queue; everything they name is read once for all of them. */
export async function queueRows(
  req: PayloadRequest,
  rows: WaitingRow[],
  reader: { lang: Lang; person: Person },
): Promise<Row[]> {
  if (rows.length === 0) return [];
  const related = await relatedTo(req, rows, reader);
  return rows.map((row) => queueRow(row, related));
}
