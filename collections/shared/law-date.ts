import type { TextField } from 'payload';
import { translate } from '../../src/i18n/translate';
import { words } from './words';

const CIVIL = /^(\d{4})-(\d{2})-(\d{2})$/;

function isCivilDate(value: string): boolean {
  const match = CIVIL.exec(value);
  if (!match) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** A calendar day in law, `YYYY-MM-DD`: text, so that no time zone can move it. */
export function lawDate(name: string, label: Parameters<typeof words>[0]): TextField {
  return {
    name,
    type: 'text',
    label: words(label),
    validate: (value: unknown, { req }: { req: { i18n: { language: string } } }) =>
      value === null ||
      value === undefined ||
      value === '' ||
      (typeof value === 'string' && isCivilDate(value)) ||
      translate(req.i18n.language === 'en' ? 'en' : 'vi', 'collections:invalidDate'),
  } as TextField;
}
