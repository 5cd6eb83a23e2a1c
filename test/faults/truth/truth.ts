import type { Found, ReadStore } from '../../../src/publishing/read/store';
import type { Office } from '../office';
import * as answers from './answers';
import { createVersions, type Versions } from './versions';

export interface Truth {
  /** All that was ever to be said, and when. */
  versions: Versions;
  /** Notes what every address says now, since this material has changed. */
  note(identifier: string, change: { begun: number; acknowledged: number }): Promise<Found>;
  close(): Promise<void>;
}

export const hitSubject = (identifier: string) => `hit ${identifier}`;
export const titleSubject = (identifier: string) => `title ${identifier}`;

/** Settings are read once a process: one house for each test file. */
async function openStore({ house }: Office): Promise<ReadStore> {
  Object.assign(process.env, house.env, { NODE_ENV: 'test', LOG_LEVEL: 'silent' });
  const { getEnv } = await import('../../../src/platform/env');
  const { openReadStore } = await import('../../../src/publishing/read/open');
  return await openReadStore(getEnv().database);
}

/**
 * What is true, from the database and without anything that delivery keeps ready: one row is read
 * after each change, and every answer made of the rows as they are then.
 */
export async function openTruth(office: Office): Promise<Truth> {
  const store = await openStore(office);
  const publicUrl = office.base();
  const versions = createVersions();
  const all = new Map<string, Found>();

  async function note(identifier: string, change: { begun: number; acknowledged: number }) {
    const found = await store.publication(identifier);
    if (!found) throw new Error(`${identifier} was never published`);
    all.set(identifier, found);
    const say = (addresses: string[], texts: string[]) => {
      for (const [n, address] of addresses.entries()) versions.set(address, texts[n] ?? '', change);
    };
    say(answers.itemAddresses(identifier), answers.itemAnswers(found, publicUrl));
    const live = [...all.values()].flatMap((one) =>
      one.status === 'live' ? [one.publication] : [],
    );
    say(answers.LIST_ADDRESSES, answers.listAnswers(live, publicUrl));
    say([hitSubject(identifier)], [answers.hitText(found, publicUrl)]);
    if (found.status === 'live') {
      const title = answers.highlightedTitle(found.publication.snapshot.title.vi);
      say([titleSubject(identifier)], [title]);
    }
    return found;
  }
  return { versions, note, close: () => store.close() };
}
