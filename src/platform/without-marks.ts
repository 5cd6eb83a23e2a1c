/**
 * Letters without tones and marks, large and small as they are: `Đường` is `Duong`. Unicode does not
 * decompose `đ`, so it is spelt out; `ð` and `Ð` (eth) are typed for it by old keyboards.
 */
export function withoutMarks(text: string): string {
  return text
    .replace(/[đð]/g, 'd')
    .replace(/[ĐÐ]/g, 'D')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}
