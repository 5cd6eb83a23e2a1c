import type { Payload } from 'payload';
import { deriveFile } from '../intake/derive';
import { sendDigest } from '../notifications/send-digest';
import { sendNotice } from '../notifications/send-notice';
import { AppError } from '../platform/errors';
import type { Storage } from '../platform/storage/port';
import { ACKNOWLEDGEMENT_KIND, PORTAL_USE_KIND, TAKEDOWN_KIND } from '../platform/inbox/kinds';
import type { Receivers } from '../platform/worker/drain-inbox';
import type { Handlers, OutboxRow } from '../platform/worker/run-outbox';
import { mergeDepartment } from '../publishing/merge-department';
import { publishScheduled } from '../publishing/publish-scheduled';
import { reprojectLabels, type Labelled } from '../publishing/reproject';
import { notePortalUse } from '../publishing/portals/note-portal-use';
import { receiveAcknowledgement } from '../publishing/portals/receive-acknowledgement';
import { receiveNotice } from '../publishing/takedown/receive-notice';
import { allSearchDocuments, syncSearch } from '../publishing/sync-search';
import type { SearchWriter } from '../search/port';

export interface WorkerParts {
  payload: Payload;
  storage: Storage;
  writer: SearchWriter;
  processingThread: URL;
}

/** What the row must say. Throws `effect_unreadable`, of a row that an earlier version wrote differently. */
function said({ topic, data }: OutboxRow, name: string): string {
  const value = data[name];
  if (typeof value !== 'string' || value === '')
    throw new AppError('effect_unreadable', {}, new Error(`${topic} without ${name}`));
  return value;
}

function saidAll({ topic, data }: OutboxRow, name: string): string[] {
  const value = data[name];
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string'))
    throw new AppError('effect_unreadable', {}, new Error(`${topic} without ${name}`));
  return value as string[];
}

/** Every effect of the outbox by topic. Each may run twice. */
export function createHandlers(parts: WorkerParts): Handlers {
  const { payload, storage, writer, processingThread } = parts;
  return {
    'file.derive': async (row) => {
      await deriveFile({
        payload,
        storage,
        fileId: said(row, 'fileId'),
        threadFile: processingThread,
      });
    },
    'search.sync': async (row) => {
      await syncSearch({ payload, storage, writer, identifier: said(row, 'identifier') });
    },
    'search.rebuild': async () => {
      await writer.rebuild(allSearchDocuments({ payload, storage }));
    },
    'labels.reproject': async (row) => {
      await reprojectLabels({
        payload,
        kind: said(row, 'kind') as Labelled,
        id: said(row, 'id'),
      });
    },
    'department.merge': async (row) => {
      await mergeDepartment({ payload, id: said(row, 'id') });
    },
    'publication.scheduled': async (row) => {
      await publishScheduled({
        payload,
        materialId: said(row, 'materialId'),
        userId: said(row, 'userId'),
        at: said(row, 'at'),
      });
    },
    'mail.send': async (row) => {
      await sendNotice({ payload, noticeId: said(row, 'noticeId'), messageId: row.id });
    },
    'mail.digest': async (row) => {
      await sendDigest({
        payload,
        userId: said(row, 'userId'),
        noticeIds: saidAll(row, 'noticeIds'),
        day: said(row, 'day'),
        messageId: row.id,
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
