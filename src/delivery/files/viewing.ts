import type { Snapshot, SnapshotFile } from '../../publishing/read/snapshot';
import { opensInBrowser } from './file-headers';

/**
 * Whether a file is shown without being handed out: of what is reserved for named portals and for
 * viewing only (IP Law Art. 25, 25a), in a kind that a browser shows. Only such a portal's key finds it
 * at all; whoever may download needs no such address.
 */
export const mayBeViewed = (
  { mediaType }: Pick<SnapshotFile, 'mediaType'>,
  { access, download }: Pick<Snapshot, 'access' | 'download'>,
): boolean => access === 'named_portals' && !download && opensInBrowser(mediaType);

export const VIEWING = {
  'content-disposition': 'inline',
  'cache-control': 'private, no-store',
};
