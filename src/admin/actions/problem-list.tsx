'use client';
import type { Problem } from '../api/problem';
import { useT } from '../hooks/use-t';
import { problemText } from '../ui/problem-text';

/** Why it was refused: all of it, each line with its remedy. */
export function ProblemList({ problem }: { problem: Problem | null }) {
  const t = useT();
  if (!problem) return null;
  const { title, detail } = problemText(t, problem);
  return (
    <div className="kho-callout kho-callout--error" role="alert">
      <strong>{title}</strong>
      {problem.errors.length === 0 && <p>{detail}</p>}
      <ul className="kho-bullets">
        {problem.errors.map((error) => (
          <li key={`${error.field} ${error.code} ${error.message}`}>
            {error.message} {error.remedy}
          </li>
        ))}
      </ul>
    </div>
  );
}
