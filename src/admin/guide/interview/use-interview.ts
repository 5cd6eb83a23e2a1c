'use client';
import { hanoiDate } from '../../../platform/clock';
import type { ReferenceView, RightsView } from '../../../review/view-models';
import { INTERVIEW } from '../../../rights/interview/interview';
import { outcomeOf } from '../../../rights/interview/outcome';
import { readInterview } from '../../../rights/interview/stored-interview';
import type { Answers, Outcome, Question } from '../../../rights/interview/types';
import { walk, type Step } from '../../../rights/interview/walk';
import { MATERIAL } from '../../material/edits';
import { useRecord, type RecordDraft } from '../../material/use-record';
import { useWorkbench } from '../../material/workbench';
import { derivedChanges } from './derived';

export interface InterviewState {
  record: RecordDraft;
  answers: Answers;
  outcome: Outcome;
  /** Questions of the first section, which end in a basis or in a question to the editor. */
  first: Step[];
  rest: Step[];
  next: Question | undefined;
  /** The first section is done. */
  settled: boolean;
  answer: (question: Question, codes: string[]) => void;
}

/** The interview of one rights record: what was answered, what is asked next, what follows. */
export function useInterview(rights: RightsView, prefix: string): InterviewState {
  const { reference, save } = useWorkbench();
  const record = useRecord(rights.id, prefix);
  const material = useRecord(MATERIAL);
  const stored = readInterview(record.value('interview'));
  const track = rights.component ? ('component' as const) : ('whole' as const);
  const options = { track, today: hanoiDate() };
  const answers = stored?.answers ?? {};
  const outcome = outcomeOf(answers, options);
  const { steps, next } = walk(answers, options);
  const second = INTERVIEW.tracks[track][1];
  const split = steps.findIndex(({ question }) => question.id === second);
  const first = split < 0 ? steps : steps.slice(0, split);

  const answer = (question: Question, codes: string[]) => {
    const given = { ...answers, [question.id]: question.many ? codes : (codes[0] ?? '') };
    const after = outcomeOf(given, options);
    const said = {
      ...stored,
      version: INTERVIEW.version,
      kind: stored?.kind ?? null,
      answers: given,
    };
    record.set('interview', said);
    put(record, valuesOf(outcome, reference), valuesOf(after, reference));
    if (track === 'whole') {
      put(material, { intendedUse: outcome.intendedUse }, { intendedUse: after.intendedUse });
    }
    setTimeout(() => void save(), 0);
  };
  return {
    record,
    answers,
    outcome,
    first,
    rest: split < 0 ? [] : steps.slice(split),
    next,
    settled: split >= 0 || next === undefined || next.id === second,
    answer,
  };
}

type Values = Record<string, unknown>;

function put(record: RecordDraft, before: Values, after: Values): void {
  const changes = derivedChanges({ current: (field) => record.value(field), before, after });
  for (const [field, value] of Object.entries(changes)) record.set(field, value);
}

/** The licence is named by its code in the interview, by its id in a record. */
function valuesOf(outcome: Outcome, reference: ReferenceView | undefined): Values {
  const licence = reference?.licences.find(({ code }) => code === outcome.licence)?.id;
  return { ...outcome.values, ...(licence && { licence }) };
}
