/** The value under which `part` of all values lie. */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
}

const shown = (value) => value.toFixed(value < 10 ? 1 : 0).padStart(7);

/** One line: name, number, p50, p95, longest. */
export function line(name, values) {
  const longest = values.length > 0 ? Math.max(...values) : NaN;
  return `  ${name.padEnd(28)}${String(values.length).padStart(6)}${shown(quantile(values, 0.5))}${shown(quantile(values, 0.95))}${shown(longest)}`;
}

export function target(name, value, most) {
  const said = value <= most ? 'reached' : 'NOT reached';
  return `  ${name.padEnd(44)}${shown(value)} ms  target ≤ ${most}: ${said}`;
}
