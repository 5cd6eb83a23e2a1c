import type { CollectionBeforeOperationHook } from 'payload';
import { AppError } from '../../src/platform/errors';

/**
 * Restoring a version and duplicating go around the workflow: authorship and state would travel
 * with them. Taking the content of a version into a draft is an edit like any other.
 */
export const refuseCopies: CollectionBeforeOperationHook = ({ args, operation }) => {
  const copy = (args as { duplicateFromID?: unknown }).duplicateFromID !== undefined;
  if ((operation as string) === 'restoreVersion' || copy) throw new AppError('restore_refused');
  return args as never;
};
