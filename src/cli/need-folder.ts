import { AppError } from '../platform/errors';

/** The folder that an option names; throws `invalid_input` without one. */
export function needFolder(option: string, value: unknown): string {
  if (typeof value === 'string' && value.trim()) return value;
  throw new AppError('invalid_input', { errors: [{ field: option, code: 'a folder is needed' }] });
}
