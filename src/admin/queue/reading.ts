/** How far this person has read a material, as this browser knows: opened when, lines left. */
export interface Reading {
  at: string;
  /** Lines of the claim without a verdict. */
  unread: number;
  /** Lines in doubt or refused. */
  open: number;
}

const keyOf = (person: string, material: string) => `kho-read:${person}:${material}`;

export function keepReading(person: string, material: string, reading: Reading): void {
  try {
    localStorage.setItem(keyOf(person, material), JSON.stringify(reading));
  } catch {
    // Refused storage: the bulk dialog then says that it was never opened.
  }
}

/** Null for what was not opened since it came to the office this time. */
export function readingOf(person: string, material: string, roundAt: string): Reading | null {
  try {
    const kept = JSON.parse(
      localStorage.getItem(keyOf(person, material)) ?? 'null',
    ) as Reading | null;
    return kept && kept.at > roundAt ? kept : null;
  } catch {
    return null;
  }
}
