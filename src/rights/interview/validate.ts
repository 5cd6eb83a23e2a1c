import { z } from 'zod';
import { BASES, EVIDENCE_KINDS, INTENDED_USES } from '../types';
import { answerKey, questionKeys } from './interview';
import type { Interview, Question, Track } from './types';

const codes = z.array(z.string().min(1));
const answers = z.record(z.string(), z.union([z.string(), codes]));
const answer = z.strictObject({
  code: z.string().regex(/^[a-z0-9_]+$/),
  text: z.string().optional(),
  next: z.string().optional(),
  exclusive: z.boolean().optional(),
  basis: z.enum(BASES).nullish(),
  licence: z.string().nullish(),
  set: z.record(z.string(), z.union([z.string(), z.boolean(), codes])).optional(),
  add: z.record(z.string(), z.string()).optional(),
  unset: codes.optional(),
  evidence: z.array(z.enum(EVIDENCE_KINDS)).optional(),
  fields: codes.optional(),
  uses: z.array(z.enum(INTENDED_USES)).optional(),
  components: z
    .array(
      z.strictObject({ kind: z.string(), answers: answers.optional(), carry: codes.optional() }),
    )
    .optional(),
  ask: codes.optional(),
});
const track = z.enum(['whole', 'component']);
const interviewSchema = z.strictObject({
  version: z.string(),
  tracks: z.record(track, codes.min(1)),
  questions: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9_]+$/),
      many: z.boolean().optional(),
      track: track.optional(),
      hint: z.boolean().optional(),
      next: z.string().optional(),
      answers: z.array(answer).min(2),
    }),
  ),
  editorQuestions: z.record(z.string(), z.string().startsWith('rights.')),
  componentKinds: codes,
});

const repeated = (names: readonly string[]): string[] =>
  names.filter((name, index) => names.indexOf(name) !== index);

/** Everything that a question names must be there, and every question must have a way on. */
const questionProblems = (question: Question, interview: Interview): string[] => {
  const at = (code: string) => `${question.id}.${code}`;
  const known = (id: string) => interview.questions.some((one) => one.id === id);
  const found = repeated(question.answers.map(({ code }) => code)).map(
    (code) => `${at(code)}: given twice`,
  );
  if (question.next && !known(question.next)) found.push(`${question.id}: no ${question.next}`);
  if (!question.answers.some(({ code }) => code === 'not_sure'))
    found.push(`${question.id}: “not sure” is no answer`);
  for (const { code, next, ask = [], components = [], exclusive } of question.answers) {
    if (next && !known(next)) found.push(`${at(code)}: no ${next}`);
    if (next && question.many) found.push(`${at(code)}: one of many answers leads nowhere`);
    if (exclusive && !question.many) found.push(`${at(code)}: a single answer is always alone`);
    if (code === 'not_sure' && ask.length === 0) found.push(`${at(code)}: a dead end`);
    for (const name of ask)
      if (!(name in interview.editorQuestions)) found.push(`${at(code)}: no question ${name}`);
    for (const { kind, carry = [], answers: given = {} } of components) {
      if (!interview.componentKinds.includes(kind)) found.push(`${at(code)}: no kind ${kind}`);
      for (const id of [...carry, ...Object.keys(given)])
        if (!known(id)) found.push(`${at(code)}: no ${id}`);
    }
  }
  return found;
};

type State = { section: number; id: string; basis: boolean; asked: boolean; path: string[] };

/** Follows every way through a track: none may come back, and none may end with nothing. */
const pathProblems = (track: Track, interview: Interview): string[] => {
  const sections = interview.tracks[track];
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = ({ section, id, basis, asked, path }: State): void => {
    if (path.includes(id)) return void found.add(`${track}: in a circle at ${id}`);
    const key = [section, id, basis, asked].join();
    if (seen.has(key)) return;
    const question = interview.questions.find((one) => one.id === id);
    if (!question) return void found.add(`${track}: no ${id}`);
    const skipped = question.track && question.track !== track;
    for (const answer of skipped ? [{ code: 'passed over' }] : question.answers) {
      const rule: Partial<Question['answers'][number]> = answer;
      const next = (question.many || skipped ? undefined : rule.next) ?? question.next;
      const after = {
        basis: rule.basis === undefined ? basis : rule.basis !== null,
        asked: asked || !!rule.ask?.length,
        path: [...path, id],
      };
      const entry = sections[section + 1];
      if (next) visit({ section, id: next, ...after });
      else if (entry) visit({ section: section + 1, id: entry, ...after });
      else if (!after.basis && !after.asked)
        found.add(`${track}: ${id} ends without a basis and without a question`);
    }
    seen.add(key);
  };
  visit({ section: 0, id: sections[0] ?? '', basis: false, asked: false, path: [] });
  return [...found];
};

const usedKeys = (interview: Interview): string[] => [
  ...interview.questions.flatMap((question) => {
    const { ask, hint } = questionKeys(question);
    return [ask, ...(hint ? [hint] : []), ...question.answers.map((a) => answerKey(question, a))];
  }),
  ...Object.keys(interview.editorQuestions).map((code) => `interview:editor.${code}`),
  ...interview.componentKinds.map((kind) => `interview:components.${kind}`),
];

/**
 * What is wrong with an interview, a line each; nothing when it can be used.
 *
 * @param hasText whether a text exists in every language
 */
export const interviewProblems = (data: unknown, hasText: (key: string) => boolean): string[] => {
  const parsed = interviewSchema.safeParse(data);
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const interview = parsed.data as Interview;
  const asks = interview.questions.flatMap((question) => question.answers.flatMap((a) => a.ask));
  return [
    ...repeated(interview.questions.map(({ id }) => id)).map((id) => `${id}: asked twice`),
    ...interview.questions.flatMap((question) => questionProblems(question, interview)),
    ...Object.keys(interview.editorQuestions)
      .filter((code) => !asks.includes(code))
      .map((code) => `${code}: handed over by no answer`),
    ...(['whole', 'component'] as const).flatMap((track) => pathProblems(track, interview)),
    ...usedKeys(interview)
      .filter((key) => !hasText(key))
      .map((key) => `${key}: no text`),
  ];
};
