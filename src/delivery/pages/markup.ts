import { escapeMarkup } from '../presenters/xml';

/** Markup that may stand in a page as it is. */
export class Markup {
  constructor(readonly markup: string) {}
}

type Value = Markup | Markup[] | string | number | null | undefined | false;

/**
 * Everything put into the template is escaped, except what is markup already. Not called `html`:
 * formatters then rewrite the spaces of a page.
 */
export function markup(parts: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(
    parts.map((part, at) => (at === 0 ? part : written(values[at - 1]) + part)).join(''),
  );
}

/** For markup made elsewhere that is known to be escaped. */
export function trusted(markup: string): Markup {
  return new Markup(markup);
}

function written(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) return value.map(written).join('');
  return value instanceof Markup ? value.markup : escapeMarkup(String(value));
}
