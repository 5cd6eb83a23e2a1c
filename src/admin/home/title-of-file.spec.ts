import { describe, expect, it } from 'vitest';
import { titleOfFile } from './title-of-file';

describe('a title from a file name', () => {
  it('drops the extension and the underscores', () =>
    expect(titleOfFile('Cam_nang_tay_chan_mieng.pdf')).toBe('Cam nang tay chan mieng'));
  it('keeps Vietnamese words composed', () =>
    expect(titleOfFile('dinh dưỡng học đường.docx'.normalize('NFD'))).toBe('Dinh dưỡng học đường'));
  it('never is empty', () => expect(titleOfFile('.pdf')).toBe('.pdf'));
});
