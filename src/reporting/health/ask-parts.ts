import { getEnv } from '../../platform/env';
import { askMail } from '../../platform/health/ask-mail';
import { askStorage } from '../../platform/health/ask-storage';
import type { AskedPart } from '../../platform/health/marks';
import type { Part } from '../../platform/health/tried';
import { createStorage, getStorage } from '../../platform/storage/storage';
import { askSearch } from '../../search/ask-search';

type Asks = Partial<Record<AskedPart, () => Promise<Part>>>;

/** Every part beside the database that the settings name, with the way to ask it. */
export function partsToAsk(): Asks {
  const { search, smtpUrl, storageCopy } = getEnv();
  const copy = storageCopy && createStorage(storageCopy);
  return {
    storage: () => askStorage(getStorage()),
    ...(copy ? { storageCopy: () => askStorage(copy) } : {}),
    search: () => askSearch(search),
    ...(smtpUrl ? { mail: () => askMail(smtpUrl) } : {}),
  };
}
