import type { EditorQuestion, Interview } from './types';
import type { Step } from './walk';

/** What the answers hand to the editor, in the order in which it was asked; each once. */
export const editorQuestions = (steps: readonly Step[], interview: Interview): EditorQuestion[] => {
  const found = new Map<string, EditorQuestion>();
  for (const { question, chosen } of steps)
    for (const code of chosen.flatMap(({ ask }) => ask ?? []))
      if (!found.has(code))
        found.set(code, {
          code,
          field: interview.editorQuestions[code] ?? 'rights',
          question: question.id,
        });
  return [...found.values()];
};
