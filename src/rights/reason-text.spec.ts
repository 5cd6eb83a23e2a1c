import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '../i18n/en/rights.json';
import vi from '../i18n/vi/rights.json';
import { BASIS_REQUIREMENTS } from './basis-requirements';
import { RULES } from './reason-codes';
import { reasonText, termStepText } from './reason-text';
import { CODE_LISTS } from './types';

type Tree = { [key: string]: string | Tree };

const leaf = (tree: Tree, key: string): string => {
  const found = key
    .split('.')
    .reduce<string | Tree | undefined>(
      (node, part) => (typeof node === 'object' ? node[part] : undefined),
      tree,
    );
  if (typeof found !== 'string') throw new Error(`no text ${key}`);
  return found;
};
const translator =
  (tree: Tree) =>
  (key: string, params: Record<string, string | number> = {}): string =>
    leaf(tree, key.replace(/^rights:/, '')).replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
      String(params[name] ?? `?${name}?`),
    );
const keys = (tree: Tree, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keys(value, `${path}${key}.`),
  );
const slots = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();

describe('the texts of the rules', () => {
  it('are the same set in both languages, with the same parameters', () => {
    expect(keys(en)).toEqual(keys(vi));
    for (const key of keys(vi))
      expect([key, slots(leaf(en, key))]).toEqual([key, slots(leaf(vi, key))]);
  });

  it('cover every rule, article and code, and no other', () => {
    expect(Object.keys(vi.reasons).sort()).toEqual(Object.keys(RULES).sort());
    const cited = [
      ...Object.values(RULES).map(({ article }) => article),
      ...Object.values(BASIS_REQUIREMENTS).map(({ article }) => article),
    ];
    expect(Object.keys(vi.articles).sort()).toEqual([...new Set<string>(cited)].sort());
    expect(
      Object.fromEntries(
        Object.entries(vi.codes).map(([list, labels]) => [list, Object.keys(labels)]),
      ),
    ).toEqual(CODE_LISTS);
  });

  it('cover every line of the reasoning about a term', () => {
    const source = readFileSync(new URL('./protection-term.ts', import.meta.url), 'utf8');
    const steps = [...source.matchAll(/step\(\s*(?:[\w.>\s]+\? )?'(\w+)'(?: : '(\w+)')?/g)].flatMap(
      (match) => [match[1], match[2]].filter(Boolean),
    );
    expect([...new Set(steps)].sort()).toEqual(Object.keys(vi.term).sort());
  });

  it('are listed in the reference', () => {
    const page = readFileSync(
      new URL('../../docs/reference/rights-rules.md', import.meta.url),
      'utf8',
    );
    for (const code of Object.keys(RULES)) expect(page).toContain(`\`${code}\``);
  });

  it('name the rule and the remedy, with labels and dates as people write them', () => {
    const text = reasonText(
      {
        code: 'licence_too_broad',
        field: 'rights.licence',
        params: { licence: 'CC-BY-4.0', excess: { list: 'excess', codes: ['derive', 'term'] } },
        article: 'ip_law_47',
      },
      translator(vi),
    );
    expect(text).toEqual({
      field: 'rights.licence',
      code: 'licence_too_broad',
      message:
        'Giấy phép CC-BY-4.0 rộng hơn quyền mà đơn vị có, ở điểm: làm tác phẩm phái sinh, dùng sau thời hạn được cho phép (Điều 47 Luật Sở hữu trí tuệ).',
      remedy: 'Chọn giấy phép hẹp hơn, hoặc xin bổ sung văn bản cho phép các điểm này.',
    });
    expect(
      termStepText({ code: 'runs_until', params: { date: '2075-12-31' } }, translator(vi)),
    ).toBe('Còn bảo hộ đến hết ngày 31/12/2075.');
  });
});
