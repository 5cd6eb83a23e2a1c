import type { Problem } from '../api/problem';
import type { T } from '../make-t';

/** A problem in two sentences: what happened, what to do now. */
export function problemText(t: T, problem: Problem): { title: string; detail: string } {
  if (problem.code === 'offline') {
    return { title: t('errors.offline'), detail: t('errors.offlineRemedy') };
  }
  if (problem.code === 'signed_out') {
    return { title: t('errors.signedOut'), detail: t('errors.signedOutRemedy') };
  }
  if (problem.status === 403) {
    return {
      title: problem.title || t('errors.forbidden'),
      detail: problem.errors[0]?.remedy ?? problem.detail ?? t('errors.forbiddenRemedy'),
    };
  }
  if (problem.status === 404) {
    return {
      title: problem.title || t('errors.notFound'),
      detail: problem.detail ?? t('errors.notFoundRemedy'),
    };
  }
  const first = problem.errors[0];
  return {
    title: problem.title || t('errors.unexpected'),
    detail: problem.detail ?? first?.remedy ?? first?.message ?? t('errors.unexpectedRemedy'),
  };
}

/** Parts of a message as sentences: a title has no full stop of its own. */
export function sentences(...parts: (string | null | undefined)[]): string {
  return parts
    .map((part) => part?.trim())
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (/[.!?…:”]$/.test(part ?? '') ? part : `${part}.`))
    .join(' ');
}

/** Why a file was not taken: the reason and what to do about it. */
export function refusalText(t: T, problem: Problem): string {
  const [first] = problem.errors;
  if (first) return sentences(first.message, first.remedy);
  const { title, detail } = problemText(t, problem);
  return sentences(title, detail);
}

/** Whether the same request could end otherwise: the way there failed, not the thing itself. */
export function mayRetry(problem: Problem | null): boolean {
  if (!problem) return true;
  const { code, status } = problem;
  const passing = ['offline', 'cancelled', 'signed_out'].includes(code);
  return passing || status === 409 || status === 429 || status >= 500;
}
