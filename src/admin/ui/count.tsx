import { formatNumber } from './format';

export function Count({ value, tone }: { value: number; tone?: 'warn' | 'late' | 'accent' }) {
  return (
    <span className={`kho-count${tone ? ` kho-count--${tone}` : ''}`}>{formatNumber(value)}</span>
  );
}
