import type { Action } from '../../review/states';
import type { ProblemBody } from './problem';
import { request } from './request';

export interface TransitionInput {
  action: Action;
  reasons?: string[];
  comment?: string;
  /** UTC moment of a scheduled publication. */
  at?: string;
  to?: string;
  /** `approve`: to what the department was not sure of. */
  answers?: { rights: string; code: string; answer: string }[];
}

export function transition(materialId: string, input: TransitionInput): Promise<unknown> {
  return request(`/api/materials/${materialId}/transition`, { method: 'POST', body: input });
}

export interface BulkResult {
  id: string;
  ok: boolean;
  problem?: ProblemBody;
}

export async function transitionMany(ids: string[], input: TransitionInput): Promise<BulkResult[]> {
  const answer = await request<{ results: BulkResult[] }>('/api/materials/transition', {
    method: 'POST',
    body: { ids, ...input },
  });
  return answer.results;
}
