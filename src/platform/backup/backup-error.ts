/** For the person at the terminal: a sentence, no stack. */
export class BackupError extends Error {
  readonly isStartError = true;
}
