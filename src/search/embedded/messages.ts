import type { ErrorCode } from '../../platform/errors';
import type { SearchAnswer, SearchQuery } from '../port';

/** What the main thread and a search thread say to each other. */
export interface Calls {
  search: { input: SearchQuery; output: SearchAnswer };
  suggest: { input: { q: string; limit: number }; output: string[] };
  health: { input: null; output: { ok: boolean; documents: number; detail?: string } };
}

export type Request = {
  [K in keyof Calls]: { id: number; call: K; input: Calls[K]['input'] };
}[keyof Calls];

export type Reply =
  | { ready: true }
  | { id: number; output: Calls[keyof Calls]['output'] }
  | { id: number; error: { code: ErrorCode; message: string } };
