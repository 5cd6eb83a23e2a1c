import type { ReferenceView, WorkbenchView } from '../../review/view-models';
import { answerKey } from '../../rights/interview/interview';
import { readInterview } from '../../rights/interview/stored-interview';
import type { Answers } from '../../rights/interview/types';
import { walk } from '../../rights/interview/walk';
import type { T } from '../make-t';
import { say } from '../say';
import { formatDate } from '../ui/format';

interface Known {
  reference: ReferenceView | undefined;
  view: WorkbenchView;
}

/** Any stored value as words a person can compare. */
export function showValue(t: T, value: unknown, known: Known): string {
  if (value === null || value === undefined || value === '') return t('common.empty');
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no');
  if (typeof value === 'string') return named(value, known);
  const interview = readInterview(value);
  if (interview) return answersText(t, interview.answers);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return t('common.empty');
    const rows = value.some((one) => typeof one === 'object');
    return value.map((one) => showValue(t, one, known)).join(rows ? '\n' : ', ');
  }
  return Object.entries(value as Record<string, unknown>)
    .filter(([key, inner]) => key !== 'id' && inner !== null && inner !== undefined && inner !== '')
    .map(([, inner]) => showValue(t, inner, known))
    .filter((text) => text !== t('common.empty'))
    .join(' · ');
}

/** Ids become the names they stand for. */
function named(value: string, { reference, view }: Known): string {
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) return formatDate(value);
  const item = view.items.find(({ file }) => file.id === value);
  if (item) return item.file.name;
  const terms = Object.values(reference?.terms ?? {}).flat();
  const licence = reference?.licences.find(({ id }) => id === value);
  const code = Object.values(reference?.codes ?? {})
    .flat()
    .find((one) => one.code === value);
  return terms.find(({ id }) => id === value)?.label ?? licence?.label ?? code?.label ?? value;
}

/** What was answered, an answer a line; of a component its own questions. */
function answersText(t: T, answers: Answers): string {
  const track = 'source' in answers ? ('component' as const) : ('whole' as const);
  return walk(answers, { track })
    .steps.flatMap(({ question, chosen }) => chosen.map((one) => answerKey(question, one)))
    .map((key) => say(t, key))
    .join('\n');
}
