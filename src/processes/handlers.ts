import type { Payload } from 'payload';
import { deriveFile } from '../intake/derive';
import { sendDigest } from '../notifications/send-digest';
import { sendNotice } from '../notifications/send-notice';
import type { Storage } from '../platform/storage/port';
import { ACKNOWLEDGEMENT_KIND, PORTAL_USE_KIND, TAKEDOWN_KIND } from '../platform/takedown';
import type { Receivers } from '../platform/worker/drain-inbox';
import type { Handlers } from '../platform/worker/run-outbox';
import { mergeDepartment } from '../publishing/merge-department';
import { publishScheduled } from '../publishing/publish-scheduled';
import { reprojectLabels, type Labelled } from '../publishing/reproject';
import { notePortalUse } from '../publishing/takedown/note-portal-use';
import { receiveAcknowledgement } from '../publishing/takedown/receive-acknowledgement';
import { receiveNotice } from '../publishing/takedown/receive-notice';
import { allSearchDocuments, syncSearch } from '../publishing/sync-search';
import type { SearchWriter } from '../search/port';

export interface WorkerParts {
  payload: Payload;
  storage: Storage;
  writer: SearchWriter;
  processingThread: URL;
}

/** Every effect of the outbox by topic. Each may run twice. */
export function createHandlers(parts: WorkerParts): Handlers {
  const { payload, storage, writer, processingThread } = parts;
  return {
    'file.derive': async ({ data }) => {
      await deriveFile({
        payload,
        storage,
        fileId: String(data.fileId),
        threadFile: processingThread,
      });
    },
    'search.sync': async ({ data }) => {
      await syncSearch({ payload, storage, writer, identifier: String(data.identifier) });
    },
    'search.rebuild': async () => {
      await writer.rebuild(allSearchDocuments({ payload, storage }));
    },
    'labels.reproject': async ({ data }) => {
      await reprojectLabels({
        payload,
        kind: data.kind as Labelled,
        id: String(data.id),
      });
    },
    'department.merge': async ({ data }) => {
      await mergeDepartment({ payload, id: String(data.id) });
    },
    'publication.scheduled': async ({ data }) => {
      await publishScheduled({
        payload,
        materialId: String(data.materialId),
        userId: String(data.userId),
        at: String(data.at),
      });
    },
    'mail.send': async ({ id, data }) => {
      await sendNotice({ payload, noticeId: String(data.noticeId), messageId: id });
    },
    'mail.digest': async ({ id, data }) => {
      await sendDigest({
        payload,
        userId: String(data.userId),
        noticeIds: data.noticeIds as string[],
        day: String(data.day),
        messageId: id,
      });
    },
  };
}

/** What becomes of each kind of row that the public wrote. */
export const RECEIVERS: Receivers = {
  [TAKEDOWN_KIND]: receiveNotice,
  [ACKNOWLEDGEMENT_KIND]: receiveAcknowledgement,
  [PORTAL_USE_KIND]: notePortalUse,
};
