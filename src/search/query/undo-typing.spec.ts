import { describe, expect, it } from 'vitest';
import { exactText } from '../../platform/fold-text';
import { undoTyping } from './undo-typing';

describe('undoTyping', () => {
  it.each([
    ['chuwx', 'chữ'],
    ['kys', 'ký'],
    ['soos', 'số'],
    ['truwcj', 'trực'],
    ['tuyeens', 'tuyến'],
    ['ddaor', 'đảo'],
    ['giaos', 'giáo'],
    ['ducj', 'dục'],
    ['thuongwf', 'thường'],
    ['thuowngf', 'thường'],
    ['nguoiwf', 'người'],
    ['hocj', 'học'],
    ['quyeets', 'quyết'],
    ['dduongwf', 'đường'],
    ['tieengs', 'tiếng'],
    ['hoaf', 'hoà'],
    ['nghieepj', 'nghiệp'],
  ])('takes back Telex keys: %s', (typed, meant) => {
    expect(undoTyping(typed)).toBe(exactText(meant));
  });

  it.each([
    ['ma65t', 'mật'],
    ['kha63u', 'khẩu'],
    ['ma5nh', 'mạnh'],
    ['d9u7o7ng2', 'đường'],
    ['gia1o', 'giáo'],
    ['chu74', 'chữ'],
    ['hoc5', 'học'],
  ])('takes back VNI keys: %s', (typed, meant) => {
    expect(undoTyping(typed)).toBe(exactText(meant));
  });

  it.each(['giao', 'covid19', 'abc', 'lop10', 'pccc', 'windows', '5', 'zzs', 'wwww'])(
    'leaves alone what is no syllable: %s',
    (word) => {
      expect(undoTyping(word)).toBeNull();
    },
  );
});
