'use client';
import { Problem } from '../api/problem';
import { ErrorState } from '../ui/error-state';

export function Forbidden() {
  return (
    <main className="kho kho-content">
      <ErrorState problem={new Problem({ status: 403, code: 'forbidden', title: '' })} />
    </main>
  );
}
