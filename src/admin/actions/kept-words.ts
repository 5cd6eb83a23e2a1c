import { keepReply, replyOf } from '../material/kept-edits';

/** What is being written about a material with an action, by one person in one browser. */
export interface Whose {
  person: string;
  material: string;
  action: string;
}

// The words of a submission are the same in the guide and in the dialog.
const keyOf = ({ person, material, action }: Whose) => ({
  person,
  material: action === 'submit' ? material : `${material}:${action}`,
});

/** What is offered, behind what was written and not sent: nothing of either is lost. */
export function startingWords(whose: Whose, offered: string): string {
  const kept = keptWords(whose);
  if (!kept) return offered;
  const missing = offered.split('\n').filter((line) => line.trim() && !kept.includes(line.trim()));
  return [kept, ...missing].join('\n');
}

/** What was written and not sent, '' for nothing. */
export function keptWords(whose: Whose): string {
  try {
    return replyOf(localStorage, keyOf(whose));
  } catch {
    // Storage is refused: the words live as long as the page.
    return '';
  }
}

/** Empty words are forgotten. */
export function keepWords(whose: Whose, words: string): void {
  try {
    keepReply(localStorage, keyOf(whose), words, new Date());
  } catch {
    // As above.
  }
}
