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
