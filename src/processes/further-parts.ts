import type { Part } from '../platform/health/tried';
import { partsToAsk } from '../reporting/health/ask-parts';

/** However often readiness is asked, a mail server is not greeted more often. */
const REMEMBERED_MS = 30_000;

/** For `/readyz`: the second storage and the mail server, where the settings name them. */
export function furtherParts(): () => Promise<Record<string, Part>> {
  const { storageCopy, mail } = partsToAsk();
  const asks = Object.entries({ storageCopy, mail });
  let known: { at: number; parts: Promise<Record<string, Part>> } | undefined;

  async function ask(): Promise<Record<string, Part>> {
    const parts: Record<string, Part> = {};
    for (const [name, question] of asks) if (question) parts[name] = await question();
    return parts;
  }

  return () => {
    if (!known || Date.now() - known.at > REMEMBERED_MS) known = { at: Date.now(), parts: ask() };
    return known.parts;
  };
}
