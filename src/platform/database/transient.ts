function codeOf(error: unknown): string {
  const known = error as {
    code?: unknown;
    codeName?: string;
    hasErrorLabel?: (l: string) => boolean;
  };
  if (known.hasErrorLabel?.('TransientTransactionError')) return 'transient';
  return typeof known.code === 'string' ? known.code : (known.codeName ?? '');
}

/** Errors that vanish when the whole work is done again: a lock or a write conflict. */
export function isTransient(error: unknown): boolean {
  for (let current = error, depth = 0; current && depth < 5; depth += 1) {
    const code = codeOf(current);
    if (code === 'transient' || code === 'WriteConflict' || code.startsWith('SQLITE_BUSY')) {
      return true;
    }
    current = (current as { cause?: unknown }).cause;
  }
  return false;
}
