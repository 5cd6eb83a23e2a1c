import { CREATOR_ROLES } from '../../platform/code-lists';
import type { TableRow } from './read-table';

/** One thing wrong with one row; its words are in `intake.json` under `bulk.<code>`. */
export interface RowProblem {
  line: number;
  field: string;
  code:
    | 'needed'
    | 'unknown_column'
    | 'unknown_code'
    | 'not_your_department'
    | 'too_long'
    | 'not_a_date'
    | 'unknown_role'
    | 'file_outside'
    | 'file_missing'
    | 'already_there'
    | 'left_behind'
    | 'refused';
  params?: Record<string, string>;
}

/** What the codes of a row mean here: `departments/YT`, `types/handout` → id. */
export interface Reference {
  ids: Map<string, string>;
  /** Ids of the departments that the person supplies for. */
  own: Set<string>;
}

/** A draft as it will be made, with the names of its files. */
export interface RowDraft {
  line: number;
  data: Record<string, unknown>;
  english: Record<string, unknown>;
  files: string[];
}

const TERMS = {
  type: 'types',
  subjects: 'subjects',
  levels: 'levels',
  audiences: 'audiences',
  features: 'features',
} as const;
const LONGEST = { title: 300, alternativeTitle: 300, abstract: 5000, publisher: 500, place: 500 };
const LOCALISED = ['title', 'alternativeTitle', 'abstract', 'keywords'] as const;
export const COLUMNS: readonly string[] = [
  'department',
  ...LOCALISED,
  ...LOCALISED.map((name) => `${name}_en`),
  ...Object.keys(TERMS),
  ...['language', 'creators', 'publisher', 'place', 'issued', 'files'],
];

/** Several values of one cell. */
const several = (cell: string | undefined) =>
  (cell ?? '')
    .split('|')
    .map((part) => part.trim().normalize('NFC'))
    .filter(Boolean);

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** A row as a draft, and every problem it has. Files are looked at later. */
export function checkRow(
  { line, values }: TableRow,
  { ids, own }: Reference,
): { draft: RowDraft; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const wrong = (field: string, code: RowProblem['code'], params?: Record<string, string>) =>
    problems.push({ line, field, code, ...(params ? { params } : {}) });
  const idOf = (field: string, scheme: string, code: string) => {
    const id = ids.get(`${scheme}/${code}`);
    if (!id) wrong(field, 'unknown_code', { value: code });
    return id;
  };

  const text = (field: string) => values[field]?.normalize('NFC') || undefined;
  for (const field of ['title', 'department']) if (!text(field)) wrong(field, 'needed');
  for (const [name, limit] of Object.entries(LONGEST)) {
    for (const field of [name, `${name}_en`]) {
      if ((text(field)?.length ?? 0) > limit) wrong(field, 'too_long', { limit: String(limit) });
    }
  }
  const issued = text('issued');
  if (issued && !isDay(issued)) wrong('issued', 'not_a_date', { value: issued });
  const code = text('department');
  const department = code ? idOf('department', 'departments', code) : undefined;
  if (department && !own.has(department))
    wrong('department', 'not_your_department', { value: code ?? '' });

  const terms = Object.entries(TERMS).map(([field, scheme]) => {
    const found = several(values[field]).map((term) => idOf(field, scheme, term));
    return [field, field === 'type' ? found[0] : found];
  });
  const creators = several(values.creators).map((creator) => {
    const [name = '', role = 'author'] = creator.split(':').map((part) => part.trim());
    if (!(CREATOR_ROLES as readonly string[]).includes(role))
      wrong('creators', 'unknown_role', { value: role });
    return { name, role };
  });
  const languages = several(values.language);
  const data = {
    ...(Object.fromEntries(terms) as Record<string, unknown>),
    ...localised(values, ''),
    ...(languages.length > 0 ? { language: languages } : {}),
    department,
    creators,
    publisher: text('publisher'),
    place: text('place'),
    issued,
  };
  return {
    draft: { line, data, english: localised(values, '_en'), files: several(values.files) },
    problems,
  };
}

function localised(values: Record<string, string>, suffix: string): Record<string, unknown> {
  const filled = LOCALISED.filter((name) => values[`${name}${suffix}`]);
  return Object.fromEntries(
    filled.map((name) => {
      const cell = values[`${name}${suffix}`] ?? '';
      return [name, name === 'keywords' ? several(cell) : cell.normalize('NFC')];
    }),
  );
}
