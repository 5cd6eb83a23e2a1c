import { request } from './request';

/** Records the named decision on a claim of public domain; without a ground takes it back. */
export function decideTerm(
  materialId: string,
  input: { rights: string; ground: string | null; seen: string },
): Promise<unknown> {
  return request(`/api/materials/${materialId}/term-decision`, { method: 'POST', body: input });
}
