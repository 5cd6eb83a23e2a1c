import { translateIfKnown, type Lang } from '../i18n/translate';
import { asAppError, AppError } from '../platform/errors';
import {
  PROBLEM_MEDIA_TYPE,
  problemDocument,
  problemField,
  problemHeaders,
  type ProblemDocument,
} from '../platform/problem';
import type { Tombstone } from '../publishing/read/store';

export interface ProblemAnswer {
  status: number;
  headers: Record<string, string>;
  body: ProblemDocument;
}

/** Seconds after which trying again makes sense. */
const RETRY_AFTER = 5;

/** RFC 9457 in the reader's language. */
export function toProblem(thrown: unknown, lang: Lang): ProblemAnswer {
  const error = asAppError(thrown);
  const text = (part: string) =>
    translateIfKnown(lang, `errors:${error.code}.${part}`, error.params);
  const errors = error.errors.map((problem) =>
    problemField(problem, (part) =>
      translateIfKnown(lang, `delivery:errors.${problem.code}.${part}`, problem.params),
    ),
  );
  return {
    status: error.status,
    headers: {
      'content-type': PROBLEM_MEDIA_TYPE,
      'content-language': lang,
      ...(error.status === 503 ? { 'retry-after': String(RETRY_AFTER) } : {}),
      ...problemHeaders(error),
    },
    body: problemDocument(error, { title: text('title'), detail: text('detail'), errors }),
  };
}

/** Why something was withdrawn, in words; a code that is known no more is "another reason". */
export function withdrawnReason(code: string, lang: Lang): string {
  return (
    translateIfKnown(lang, `workflow:reasons.${code}`) ??
    translateIfKnown(lang, 'workflow:reasons.other') ??
    code
  );
}

/** Whether the notice was upheld by now is for people to read: to a program it is the same reason. */
const codeOf = (reason: string): string => (reason === 'takedown_upheld' ? 'takedown' : reason);

/** What is left of a withdrawn publication: when and why, and nothing of what it was. */
export function withdrawnProblem(tombstone: Tombstone, lang: Lang): ProblemDocument {
  const { identifier, withdrawnAt, reason } = tombstone;
  const text = (key: string) => translateIfKnown(lang, key);
  const label = withdrawnReason(reason, lang);
  return problemDocument(
    new AppError('withdrawn', {
      extra: { identifier, withdrawnAt, reason: { code: codeOf(reason), label } },
    }),
    { title: text('errors:withdrawn.title'), detail: text('errors:withdrawn.detail') },
  );
}
