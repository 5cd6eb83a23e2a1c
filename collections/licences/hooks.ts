import type { CollectionBeforeChangeHook } from 'payload';
import { AppError } from '../../src/platform/errors';

const FIXED = ['code', 'version', 'kind', 'url', 'reservedForPortals'] as const;

/**
 * What a licence version says is what people relied on: only its labels, its order and whether it is
 * still offered may change. Other terms are a new version.
 */
export const keepLicenceText: CollectionBeforeChangeHook = ({ data, originalDoc, operation }) => {
  if (operation !== 'update') return data;
  const before = originalDoc as Record<string, unknown>;
  const changed = FIXED.filter(
    (field) => data[field] !== undefined && (data[field] ?? null) !== (before[field] ?? null),
  );
  for (const field of ['permits', 'conditions'] as const) {
    const given = data[field] as string[] | undefined;
    const stored = (before[field] as string[] | undefined) ?? [];
    if (given && [...given].sort().join() !== [...stored].sort().join())
      changed.push(field as never);
  }
  if (changed.length > 0) {
    throw new AppError('invalid_input', {
      errors: changed.map((field) => ({ field, code: 'licence_version_fixed' })),
    });
  }
  return data;
};
