import { translate, translateIfKnown, type Lang } from '../i18n/translate';
import type { AppError, FieldProblem } from '../platform/errors';
import { problemDocument, type ProblemDocument, type ProblemField } from '../platform/problem';
import { reasonText } from '../rights/reason-text';
import type { Reason } from '../rights/types';
import type { ConditionView } from './view-models';

const RIGHTS_FIELD = /^(rights|embargoUntil|declarations)/;

/** A condition in the reader's language: the rule, the remedy, the article; of which material. */
export function conditionText(problem: FieldProblem, lang: Lang): ConditionView {
  const said = ruleText(problem, lang);
  const { item } = problem;
  if (!item) return said;
  const title = item.title[lang] ?? item.title.vi ?? translate(lang, 'workflow:untitled');
  const { message, remedy } = said;
  return {
    ...said,
    message: translate(lang, 'workflow:takedown.ofItem', {
      ...{ title, message },
      identifier: item.identifier,
    }),
    remedy: translate(lang, 'workflow:takedown.ofItemRemedy', { remedy: remedy ?? '' }).trim(),
  };
}

function ruleText(problem: FieldProblem, lang: Lang): ConditionView {
  const { field, code } = problem;
  const tab = RIGHTS_FIELD.test(field)
    ? 'rights'
    : field.startsWith('items')
      ? 'files'
      : 'describe';
  // Some codes are the rights rules' too (a title that is missing): the field says whose it is.
  const ofRights =
    field.startsWith('rights') &&
    translateIfKnown(lang, `rights:reasons.${code}.message`) !== undefined;
  const own = ofRights
    ? undefined
    : translateIfKnown(lang, `workflow:conditions.${code}.message`, problem.params ?? {});
  if (own !== undefined) {
    const remedy = translateIfKnown(
      lang,
      `workflow:conditions.${code}.remedy`,
      problem.params ?? {},
    );
    return { field, code, message: own, remedy: remedy ?? null, article: null, tab };
  }
  const reason = problem as Reason;
  const t = (key: string, params?: Record<string, string | number>) =>
    translateIfKnown(lang, key, params) ?? key;
  const text = reasonText(reason, t);
  const known = translateIfKnown(lang, `rights:reasons.${code}.message`) !== undefined;
  return {
    field,
    code,
    message: known ? text.message : code,
    remedy: known ? text.remedy : null,
    article: reason.article
      ? (translateIfKnown(lang, `rights:articles.${reason.article}`) ?? null)
      : null,
    tab,
  };
}

function stateName(lang: Lang, state: unknown): string {
  return translateIfKnown(lang, `workflow:states.${String(state)}`) ?? String(state);
}

/** An error as RFC 9457 problem details for staff, in their language. */
export function staffProblem(
  error: AppError,
  lang: Lang,
): ProblemDocument & { errors: ProblemField[] } {
  const { by, lastAction, state } = error.params as {
    by?: { name?: string } | null;
    lastAction?: string | null;
    state?: string;
  };
  const params = {
    ...error.params,
    name: by?.name ?? translate(lang, 'workflow:why.nobody'),
    state: state ? stateName(lang, state) : '',
    lastAction: lastAction
      ? (translateIfKnown(lang, `workflow:done.${lastAction}`) ?? lastAction)
      : '',
  };
  const errors = error.errors.map((problem) => {
    const { message, remedy, article } = conditionText(problem, lang);
    return { field: problem.field, code: problem.code, message, remedy, article };
  });
  const text = (part: 'title' | 'detail') =>
    translateIfKnown(lang, `errors:${error.code}.${part}`, params);
  return {
    ...problemDocument(error, { title: text('title'), detail: text('detail') }),
    errors,
  };
}
