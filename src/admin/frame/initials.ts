/** "Nguyễn Thị Lan" → "NL": family name and given name, as they are written in Vietnam. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last].map((word) => word?.charAt(0).toLocaleUpperCase('vi') ?? '').join('');
}
