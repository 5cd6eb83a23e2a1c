/** Of bytes that a storage holds: a sector that cannot be read any more. */
export function isUnreadable(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | null)?.code === 'EIO';
}
