import { resources } from './resources';

/** Payload's admin texts where its own Vietnamese is wrong or another word is used in an office. */
export const payloadWords = {
  vi: resources.vi.payload,
  en: resources.en.payload,
};
