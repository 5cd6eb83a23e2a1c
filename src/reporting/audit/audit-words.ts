import { actionsOf, type AuditKind } from '../../audit/actions';
import { translate, translateIfKnown, type Lang } from '../../i18n/translate';
import { shownMoment } from '../../platform/shown-date';

/** What the trail is asked for by. */
export const AUDIT_AREAS = {
  material: ['material'],
  rights: ['rights'],
  takedown: ['takedown'],
  account: ['user', 'portal'],
  reference: ['licence', 'term', 'department'],
} as const satisfies Record<string, readonly AuditKind[]>;
export type AuditArea = keyof typeof AUDIT_AREAS;

/** The actions of an area; undefined for what is none. */
export function actionsIn(area: string | undefined): string[] | undefined {
  const known = Object.entries(AUDIT_AREAS).find(([name]) => name === area);
  return known?.[1].flatMap(actionsOf);
}

/** What of the detail says more than the act alone, in words: the moment that was agreed. */
export function saidOf(lang: Lang, detail: unknown): string | null {
  const at = (detail as { scheduledAt?: unknown } | null | undefined)?.scheduledAt;
  if (typeof at !== 'string') return null;
  return translate(lang, 'admin:audit.scheduledFor', { at: shownMoment(at) });
}

/** The acts on a material are called as their buttons are. */
export function actionLabel(lang: Lang, action: string): string {
  const [kind = '', what = ''] = action.split('.');
  const own = translateIfKnown(lang, `admin:audit.action.${kind}.${what}`);
  if (own || kind !== 'material') return own ?? action;
  return translateIfKnown(lang, `workflow:actions.${what}`) ?? action;
}
