'use client';
import { toast } from '@payloadcms/ui';
import { asProblem } from '../api/problem';
import type { T } from '../make-t';
import { problemText, sentences } from './problem-text';

export function notifyDone(message: string): void {
  toast.success(message);
}

export function notifyRefused(message: string): void {
  toast.error(message, { duration: 9000 });
}

/** Says why something did not happen; a lost session has its own dialog. */
export function notifyProblem(t: T, cause: unknown): void {
  const problem = asProblem(cause);
  if (problem.code === 'signed_out' || problem.code === 'cancelled') return;
  const { title, detail } = problemText(t, problem);
  const more = problem.errors.map((error) => error.message).filter((text) => text !== title);
  toast.error(sentences(title, ...(more.length > 0 ? more.slice(0, 3) : [detail])), {
    duration: 9000,
  });
}
