type Values = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

const same = (a: unknown, b: unknown): boolean =>
  (isBlank(a) && isBlank(b)) || JSON.stringify(a) === JSON.stringify(b);

/**
 * What an answer changes in a record: fields that are empty, or still say what the answers before
 * said. A value that somebody set by hand stays. A group is changed as a whole.
 */
export function derivedChanges(input: {
  current: (field: string) => unknown;
  /** What followed from the answers before this one, and what follows now. */
  before: Values;
  after: Values;
}): Values {
  const { current, before, after } = input;
  const changes: Record<string, unknown> = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, will, now] = [before[field], after[field], current(field)];
    if (isGroup(was) || isGroup(will)) {
      const group = isGroup(now) ? now : {};
      const inner = derivedChanges({
        current: (name) => group[name],
        before: isGroup(was) ? was : {},
        after: isGroup(will) ? will : {},
      });
      if (Object.keys(inner).length > 0) changes[field] = { ...group, ...inner };
    } else if ((isBlank(now) || same(now, was)) && !same(now, will)) {
      changes[field] = will ?? null;
    }
  }
  return changes;
}
