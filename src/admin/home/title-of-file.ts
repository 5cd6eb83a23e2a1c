/** A first title from a file's name: no extension, no underscores; the officer corrects it. */
export function titleOfFile(name: string): string {
  const stem = name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const words = stem
    .normalize('NFC')
    .replace(/[_]+/g, ' ')
    .replace(/(?<=\S)-(?=\S)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? name : words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}
