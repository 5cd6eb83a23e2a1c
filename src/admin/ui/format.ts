import type { Lang } from '../../i18n/translate';
import { HANOI } from '../../platform/clock';
import { shownDate } from '../../platform/shown-date';

const parts = (date: Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: HANOI, ...options }).format(date);

/** `dd/MM/yyyy`; nothing for nothing. */
export function formatDate(value: string | null | undefined): string {
  return value ? shownDate(value) : '';
}

/** `HH:mm`. */
export function formatTime(value: string): string {
  return parts(new Date(value), { hour: '2-digit', minute: '2-digit', hour12: false });
}

/** `HH:mm, dd/MM/yyyy`. */
export function formatMoment(value: string | null | undefined): string {
  return value ? `${formatTime(value)}, ${formatDate(value)}` : '';
}

/** `Thứ Năm, 26/11/2026`. */
export function formatToday(lang: Lang, now = new Date()): string {
  const weekday = new Intl.DateTimeFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', {
    timeZone: HANOI,
    weekday: 'long',
  }).format(now);
  return `${weekday}, ${formatDate(now.toISOString())}`;
}

/** Vietnamese digits in both languages: 1.234,5. */
export function formatNumber(value: number, digits = 0): string {
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: digits }).format(value);
}

export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatNumber(value, unit > 1 && value < 100 ? 1 : 0)} ${units[unit]}`;
}

/** A limit as the settings and the guide name it, in units of 1024: `2 GB`, `500 MB`. */
export function formatLimit(bytes: number): string {
  const megabytes = bytes / 1024 ** 2;
  return megabytes >= 1024
    ? `${formatNumber(megabytes / 1024, 1)} GB`
    : `${formatNumber(megabytes)} MB`;
}

/** `1:05:09` or `4:30` of seconds. */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(whole % 60)}`
    : `${minutes}:${two(whole % 60)}`;
}

/** The day typed as `dd/MM/yyyy` (or d/M/yyyy, with . or -) as `YYYY-MM-DD`; null when it is no day. */
export function parseDate(text: string): string | null {
  const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  if (!match) return null;
  const iso = `${match[3]}-${match[2]?.padStart(2, '0')}-${match[1]?.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/** What stands in Hanoi's clock as `YYYY-MM-DDTHH:mm`, as a UTC moment. Hanoi keeps UTC+7. */
export function hanoiToUtc(local: string): string | null {
  const date = new Date(`${local}:00+07:00`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

export function utcToHanoi(moment: string): string {
  return new Date(new Date(moment).getTime() + 7 * 3600_000).toISOString().slice(0, 16);
}
