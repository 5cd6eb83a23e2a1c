import { describe, expect, it } from 'vitest';
import type { WorkbenchView } from '../../review/view-models';
import { clashes, differences, resolve } from './conflicts';
import { afterSave, overlaid, withEdit, type Edits } from './edits';
import { rebaseItems } from './rebase-items';

const view = (content: Record<string, unknown>, items: unknown[] = []) =>
  ({ content, items, rights: null, components: [] }) as unknown as WorkbenchView;
const item = (id: string, caption: string | null = null) => ({
  id,
  file: { id: `f${id}` },
  role: 'main',
  caption: { vi: caption },
  altText: {},
});
const edit = (value: unknown, base: unknown): Edits => ({ material: { place: { value, base } } });

describe('two people on one material', () => {
  it('clash only where both changed the same field', () => {
    const edits = edit('Ba Đình', null);
    expect(clashes(edits, view({ place: null, publisher: 'Sở Y tế' }))).toEqual([]);
    expect(clashes(edits, view({ place: 'Tây Hồ' }))).toEqual([
      { key: 'material', field: 'place', mine: 'Ba Đình', theirs: 'Tây Hồ' },
    ]);
  });
  it('do not clash when they wrote the same', () =>
    expect(clashes(edit('Ba Đình', null), view({ place: 'Ba Đình' }))).toEqual([]));
  it('lose nothing by choosing', () => {
    const list = clashes(edit('Ba Đình', null), view({ place: 'Tây Hồ' }));
    expect(resolve(edit('Ba Đình', null), list, () => 'mine')).toEqual(edit('Ba Đình', 'Tây Hồ'));
    expect(resolve(edit('Ba Đình', null), list, () => 'theirs')).toEqual({});
  });
});

describe('an edit', () => {
  it('is gone when the field is put back', () =>
    expect(withEdit(edit('Ba Đình', null), 'material', 'place', null, null)).toEqual({}));
  it('typed while saving stands on the saved value', () => {
    const next = afterSave(
      edit('Ba Đình 2', null),
      edit('Ba Đình', null),
      view({ place: 'Ba Đình' }),
    );
    expect(next).toEqual(edit('Ba Đình 2', 'Ba Đình'));
  });
});

describe('an upload while captions are being written', () => {
  it('adds its row to the edit', () => {
    const row = (id: string, caption: string | null) => ({
      id,
      file: `f${id}`,
      role: 'main',
      caption: { vi: caption, en: null },
      altText: { vi: null, en: null },
    });
    const edits: Edits = {
      material: { items: { value: [row('1', 'Bìa')], base: [row('1', null)] } },
    };
    const next = rebaseItems(edits, view({}, [item('1'), item('2')]));
    expect(next.material?.items?.value).toEqual([row('1', 'Bìa'), row('2', null)]);
    expect(clashes(next, view({}, [item('1'), item('2')]))).toEqual([]);
  });
});

describe('words that were kept in the browser', () => {
  it('are compared where they are not what is stored', () => {
    const kept = edit('Ba Đình', null);
    expect(differences(kept, view({ place: 'Ba Đình' }))).toEqual([]);
    expect(differences(kept, view({ place: null }))).toEqual([
      { key: 'material', field: 'place', mine: 'Ba Đình', theirs: null },
    ]);
  });
  it('come back on top of what is stored now, and only those that are chosen', () => {
    const list = differences(edit('Ba Đình', null), view({ place: 'Tây Hồ' }));
    expect(resolve({}, list, () => 'mine')).toEqual(edit('Ba Đình', 'Tây Hồ'));
    expect(resolve({}, list, () => 'theirs')).toEqual({});
  });
  it('come back field by field, behind what was typed since', () => {
    const kept = { ...edit('Ba Đình', null), r1: { basis: { value: 'licensed', base: null } } };
    expect(overlaid(kept, edit('Tây Hồ', null))).toEqual({ ...kept, ...edit('Tây Hồ', null) });
  });
  it('of a component that was taken away have no place any more', () =>
    expect(differences({ gone: { basis: { value: 'licensed', base: null } } }, view({}))).toEqual(
      [],
    ));
});
