import { describe, expect, it } from 'vitest';
import { spokenText } from './plain-text';
import { textSink } from './text-sink';

describe('spokenText', () => {
  it('keeps what is spoken of WebVTT', () => {
    const vtt =
      'WEBVTT - Bài 1\n\nNOTE nháp\n\nmở-đầu\n00:00.000 --> 00:02.000 align:start\n<v Cô Hoa>Chào các em\n\n00:02.000 --> 00:03.000\nMở sách ra';
    expect(spokenText(vtt)).toBe('Chào các em\nMở sách ra');
  });

  it('keeps what is spoken of SubRip with Windows line ends', () => {
    const srt =
      '1\r\n00:00:00,000 --> 00:00:01,000\r\n<i>Chào</i>\r\nem\r\n\r\n2\r\n00:00:01,000 --> 00:00:02,000\r\nHết\r\n';
    expect(spokenText(srt)).toBe('Chào\nem\nHết');
  });
});

describe('textSink', () => {
  it('gives NFC without control characters and without runs of gaps', () => {
    const sink = textSink();
    sink.add('Đường\u0007  phố'.normalize('NFD'));
    for (let i = 0; i < 10; i += 1) sink.add(' ');
    sink.add('\n');
    sink.add('Hà Nội\r\n');
    expect(sink.result()).toEqual({ text: 'Đường phố\nHà Nội', cut: false });
  });

  it('cuts on a whole character and says so', () => {
    const sink = textSink(10);
    sink.add('ệệệệệệ');
    expect(sink.full).toBe(true);
    expect(sink.result()).toEqual({ text: 'ệệệ', cut: true });
  });
});
