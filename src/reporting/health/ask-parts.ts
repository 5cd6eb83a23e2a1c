import { getEnv, type StorageSetting } from '../../platform/env';
import { askMail } from '../../platform/health/ask-mail';
import { askStorage } from '../../platform/health/ask-storage';
import type { AskedPart } from '../../platform/health/marks';
import { out, tried, type Part } from '../../platform/health/tried';
import type { Storage } from '../../platform/storage/port';
import { createStorage, getStorage } from '../../platform/storage/storage';
import { askSearch, type SearchPart } from '../../search/ask-search';

type Asks = Partial<Record<AskedPart, () => Promise<Part>>> & {
  search: () => Promise<SearchPart>;
};

let copy: Storage | undefined;

/** One client and its connections, however often it is asked. */
function storageCopyOf(setting: StorageSetting): Storage {
  copy ??= createStorage(setting);
  return copy;
}

/** A disk that is not mounted leaves an empty folder, or none: a copy in which nothing is, is no copy. */
async function askCopy(storage: Storage): Promise<Part> {
  const answer = await askStorage(storage);
  if (answer.status !== 'ok' || !storage.mark) return answer;
  return await tried(async () => ((await storage.mark?.isBare()) ? out('empty') : answer));
}

/** Every part beside the database that the settings name, with the way to ask it. */
export function partsToAsk(): Asks {
  const { search, smtpUrl, storageCopy } = getEnv();
  return {
    storage: () => askStorage(getStorage()),
    ...(storageCopy ? { storageCopy: () => askCopy(storageCopyOf(storageCopy)) } : {}),
    search: () => askSearch(search),
    ...(smtpUrl ? { mail: () => askMail(smtpUrl) } : {}),
  };
}
