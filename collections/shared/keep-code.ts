import type { CollectionBeforeChangeHook } from 'payload';
import { AppError } from '../../src/platform/errors';

/** A code is in approvals, keys and addresses: labels may change, it may not. */
export function keepCode(...fields: string[]): CollectionBeforeChangeHook {
  return ({ data, operation, originalDoc }) => {
    if (operation !== 'update') return data;
    const before = originalDoc as Record<string, unknown>;
    const changed = fields.filter(
      (field) => data[field] !== undefined && data[field] !== before[field],
    );
    if (changed.length > 0) {
      throw new AppError('invalid_input', {
        errors: changed.map((field) => ({ field, code: 'code_fixed' })),
      });
    }
    return data;
  };
}
