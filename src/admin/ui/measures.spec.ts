import { describe, expect, it } from 'vitest';
import { readAgeRange, readDuration, writeAgeRange, writeDuration } from './measures';

describe('an age range', () => {
  it('is read as it is published', () => {
    expect(readAgeRange('6-11')).toEqual({ from: 6, to: 11 });
    expect(readAgeRange('60+')).toEqual({ from: 60, to: null });
    expect(readAgeRange('học sinh')).toEqual({ from: null, to: null });
  });
  it('is written the same way, from either end', () => {
    expect(writeAgeRange({ from: 6, to: 11 })).toBe('6-11');
    expect(writeAgeRange({ from: 18, to: null })).toBe('18+');
    expect(writeAgeRange({ from: null, to: 5 })).toBe('0-5');
    expect(writeAgeRange({ from: null, to: null })).toBeNull();
  });
  it('does not run backwards', () => expect(writeAgeRange({ from: 11, to: 6 })).toBeUndefined());
});

describe('a length', () => {
  it('is hours and minutes of an ISO 8601 duration', () => {
    expect(readDuration('PT90M')).toEqual({ hours: 1, minutes: 30 });
    expect(readDuration('PT2H')).toEqual({ hours: 2, minutes: null });
    expect(readDuration('nửa giờ')).toEqual({ hours: null, minutes: null });
  });
  it('is written as one', () => {
    expect(writeDuration({ hours: null, minutes: 30 })).toBe('PT30M');
    expect(writeDuration({ hours: 1, minutes: 75 })).toBe('PT2H15M');
    expect(writeDuration({ hours: null, minutes: null })).toBeNull();
  });
});
