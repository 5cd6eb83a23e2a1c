type Sent = Record<string, string | string[]>;

/** A field that people do not see; what fills it in is a program. */
export const TRAP = 'website';
/** A form says its language in a field of its own, which is none of the notice. */
const ASIDE = new Set([TRAP, 'lang']);

const one = (value: string | string[] | undefined): string => [value ?? ''].flat()[0] ?? '';

export const isTrapped = (sent: Sent): boolean => one(sent[TRAP]) !== '';

/** The fields of a form in the shape of a notice: identifiers stand in one field, one a line. */
export function formOfNotice(sent: Sent): Record<string, unknown> {
  const { identifiers, ...rest } = sent;
  const own = Object.entries(rest).filter(([name]) => !ASIDE.has(name));
  return {
    ...Object.fromEntries(own),
    identifiers: [identifiers ?? []]
      .flat()
      .flatMap((text) => text.split(/[\s,;]+/))
      .map(identifierIn)
      .filter(Boolean),
  };
}

/** What stands among the identifiers and is none: the person is told which. */
export function wrongIdentifiers(sent: Sent): string[] {
  const { identifiers } = formOfNotice(sent) as { identifiers: string[] };
  return identifiers.filter((one) => !/^hl-[0-9a-z]{10}$/.test(one));
}

/** People paste the address of the page. */
function identifierIn(text: string): string {
  return /(?:^|\/)(hl-[0-9a-z]{10})(?:[/?#]|$)/i.exec(text)?.[1] ?? text;
}
