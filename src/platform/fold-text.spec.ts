import { describe, expect, it } from 'vitest';
import { exactText, foldText } from './fold-text';

describe('foldText', () => {
  it.each([
    ['Giáo dục thường xuyên', 'giao duc thuong xuyen'],
    ['ĐƯỜNG đi', 'duong di'],
    ['Ðại học ðo', 'dai hoc do'],
    ['Lễ hội Ẩm thực', 'le hoi am thuc'],
    ['sức kho\u00ADẻ\u200B', 'suc khoe'],
    ['', ''],
  ])('folds %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('folds NFC and NFD alike', () => {
    const text = 'Phòng chống đuối nước ở trẻ em';
    expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
  });
});

describe('exactText', () => {
  it.each([
    ['Hòa', 'hoà'],
    ['Hoà', 'hoà'],
    ['thủy', 'thuỷ'],
    ['khỏe KHOẺ', 'khoẻ khoẻ'],
    ['qúy quý', 'quý quý'],
    ['của mùa', 'của mùa'],
    ['Ð', 'đ'],
  ])('normalises %j', (text, exact) => {
    expect(exactText(text)).toBe(exact);
  });

  it('keeps words apart that only their tone tells apart', () => {
    expect(new Set(['ma', 'má', 'mà', 'mả', 'mã', 'mạ'].map(exactText)).size).toBe(6);
  });

  it('reads NFD and old placement as the same word', () => {
    expect(exactText('Hòa'.normalize('NFD'))).toBe(exactText('Hoà'));
  });
});
