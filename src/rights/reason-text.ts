import type { Reason, ReasonParam } from './types';

/** Any translator: key within the texts, parameters for `{{name}}`. */
export type Translate = (key: string, params?: Record<string, string | number>) => string;

export type ReasonText = { field: string; code: string; message: string; remedy: string };

const shown = (value: ReasonParam, t: Translate): string | number => {
  if (typeof value === 'object')
    return value.codes.map((code) => t(`rights:codes.${value.list}.${code}`)).join(', ');
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(value));
  return date ? `${date[3]}/${date[2]}/${date[1]}` : value;
};

const shownAll = (params: Record<string, ReasonParam>, t: Translate) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(value, t)]));

/** What a refusal says to a person: the rule with its source, and what to do about it. */
export const reasonText = (reason: Reason, t: Translate): ReasonText => {
  const article = reason.article ? t(`rights:articles.${reason.article}`) : '';
  const params = { ...shownAll(reason.params ?? {}, t), article };
  return {
    field: reason.field,
    code: reason.code,
    message: t(`rights:reasons.${reason.code}.message`, params),
    remedy: t(`rights:reasons.${reason.code}.remedy`, params),
  };
};

/** One line of the reasoning of `protectionTerm`, for a person. */
export const termStepText = (
  step: { code: string; params: Record<string, string | number> },
  t: Translate,
): string => t(`rights:term.${step.code}`, shownAll(step.params, t));
