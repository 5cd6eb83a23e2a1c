import type { Logger } from 'pino';
import { hanoiDate } from '../platform/clock';
import type { Inbox } from '../platform/inbox/inbox';
import { PORTAL_USE_KIND } from '../platform/inbox/kinds';

/**
 * That a portal used its key, noted once a day: enough to see which keys nobody uses any more, and
 * nothing of what was asked.
 */
export function createPortalUse(input: { inbox: Inbox; logger: Logger }): (portal: string) => void {
  const { inbox, logger } = input;
  const noted = new Map<string, string>();
  return (portal) => {
    const day = hanoiDate();
    if (noted.get(portal) === day) return;
    noted.set(portal, day);
    inbox.append(PORTAL_USE_KIND, { portal, day }).catch((error: unknown) => {
      noted.delete(portal);
      logger.warn({ err: error }, 'the use of a key was not noted');
    });
  };
}
