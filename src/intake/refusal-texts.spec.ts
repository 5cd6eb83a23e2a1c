import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGS, translateIfKnown } from '../i18n/translate';
import { KINDS } from './kinds';
import { foreignKind } from './sniff/foreign';

const room = import.meta.dirname;

/** Every reason that the room can refuse with, as it stands in the source. */
const reasons = readdirSync(room, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .flatMap((file) => {
    const source = readFileSync(path.join(room, file), 'utf8');
    const calls = source.matchAll(/(?:refusal\(\s*'[a-z_]+',\s*|unsafe\()'([a-z_0-9]+)'/g);
    return Array.from(calls, ([, reason]) => reason ?? '');
  });

describe.each(LANGS)('words in %s', (lang) => {
  it('exist for every reason to refuse, with a way out', () => {
    expect(reasons.length).toBeGreaterThan(30);
    for (const reason of reasons) {
      for (const part of ['message', 'remedy']) {
        expect(translateIfKnown(lang, `intake:refusals.${reason}.${part}`), reason).toBeTruthy();
      }
    }
  });

  it('exist for every kind that is taken and every kind that is not', () => {
    for (const { id } of KINDS) {
      expect(translateIfKnown(lang, `intake:kinds.${id}`), id).toBeTruthy();
    }
    const types = ['application/x-cfb', 'image/heic', 'audio/aac', 'video/quicktime', 'x/y'];
    for (const code of types.map(foreignKind)) {
      expect(translateIfKnown(lang, `intake:foreign.${code}`), code).toBeTruthy();
    }
  });
});

describe('KINDS', () => {
  it('names each extension once', () => {
    const all = KINDS.flatMap(({ extensions }) => extensions);
    expect(new Set(all).size).toBe(all.length);
  });
});
