/** Figures over rounds, and the lines that say what was reached. */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
}
export const median = (values) => quantile(values, 0.5);

export const digits = (value) => {
  const least = Math.abs(value);
  return value.toFixed(least < 10 ? 2 : least < 100 ? 1 : 0);
};

/** Lowest to highest of the rounds. */
export const spread = (values) => `${digits(Math.min(...values))}–${digits(Math.max(...values))}`;

/** What was measured in each round: its median, and its spread. */
export function measured(name, values, unit) {
  console.log(
    `  ${name.padEnd(48)}${digits(median(values)).padStart(9)} ${unit.padEnd(5)} ${spread(values)}`,
  );
}

/** The ratio of two medians; its spread is that of the rounds, each against its own neighbour. */
export function ratio(above, below) {
  const rounds = above.map((value, at) => value / below[at]);
  return { value: median(above) / median(below), rounds };
}

/**
 * One line of a target. `npm run bench` gathers these lines from all benches for the table at its end,
 * so all have this form.
 */
export function target(name, { value, rounds, unit = '', atLeast, atMost }) {
  const [sign, bound] = atLeast === undefined ? ['≤', atMost] : ['≥', atLeast];
  const reached = atLeast === undefined ? value <= bound : value >= bound;
  const shown = `${digits(value)}${unit ? ` ${unit}` : ''}`.padStart(10);
  const between = rounds ? ` (${spread(rounds)})` : '';
  console.log(
    `  ${name.padEnd(48)}${shown}${between}  target ${sign} ${bound}: ${reached ? 'reached' : 'NOT reached'}`,
  );
}

const LINE = /^ {2}(\S.*?)\s{2,}(\S.*?)\s+target ([≤≥]) (\S+): (reached|NOT reached)/;

/** A line of {@link target} read again; undefined for any other. */
export function readTarget(line) {
  const [, name, figure, sign, bound, said] = LINE.exec(line) ?? [];
  return name && { name, figure, wanted: `${sign} ${bound}`, said };
}
