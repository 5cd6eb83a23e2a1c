import type { z } from '@hono/zod-openapi';

/** What the message of a wrong value can name: the greatest number, the values to choose from. */
export function boundsOf(issue: z.core.$ZodIssue): { most?: number; values?: string } {
  const { params, values } = issue as { params?: { most?: number }; values?: unknown[] };
  const most = params?.most ?? (issue.code === 'too_big' ? Number(issue.maximum) : undefined);
  return {
    ...(most === undefined ? {} : { most }),
    ...(values ? { values: values.join(', ') } : {}),
  };
}

/** Whether each value may be right, and there are only too many of them. */
export const isTooMany = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'too_big' && issue.origin === 'array';
