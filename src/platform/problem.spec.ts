import { describe, expect, it } from 'vitest';
import { AppError } from './errors';
import { problemDocument, problemField, problemHeaders } from './problem';

describe('a problem document', () => {
  const error = new AppError('range_not_satisfiable', {
    extra: { headers: { 'content-range': 'bytes */9' }, size: 9 },
  });

  it('says what went wrong, and its headers beside it', () => {
    expect(problemDocument(error, { title: 'Ngoài tệp', detail: null, errors: [] })).toEqual({
      type: 'urn:kho-hoc-lieu:problem:range_not_satisfiable',
      title: 'Ngoài tệp',
      status: 416,
      code: 'range_not_satisfiable',
      detail: null,
      errors: [],
      size: 9,
    });
    expect(problemHeaders(error)).toEqual({ 'content-range': 'bytes */9' });
  });

  it('falls back on the code where there are no words', () => {
    expect(problemDocument(error, { title: undefined, detail: undefined }).title).toBe(error.code);
    expect(problemField({ field: 'title', code: 'title_missing' }, () => undefined)).toEqual({
      field: 'title',
      code: 'title_missing',
      message: 'title_missing',
      remedy: null,
    });
  });
});
