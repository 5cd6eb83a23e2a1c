import { createReadStream } from 'node:fs';
import { MAX_TEXT_BYTES } from './protocol';
import type { TextSink } from './text-sink';

/** Text files; of subtitles only what is spoken. */
export async function plainText(path: string, kindId: string, sink: TextSink): Promise<void> {
  const subtitles = kindId === 'vtt' || kindId === 'srt';
  const decoder = new TextDecoder('utf-8');
  let pending = '';
  const take = (text: string) => {
    if (subtitles) pending += text;
    else sink.add(text);
  };
  for await (const chunk of createReadStream(path, { end: MAX_TEXT_BYTES })) {
    take(decoder.decode(chunk as Buffer, { stream: true }));
  }
  if (subtitles) sink.add(spokenText(pending));
}

/** WebVTT (W3C) and SubRip: without header, notes, numbers, times and voice tags. */
export function spokenText(subtitles: string): string {
  return subtitles
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .filter((block) => block.includes('-->'))
    .map((block) => {
      const lines = block.split('\n');
      const time = lines.findIndex((line) => line.includes('-->'));
      return lines.slice(time + 1).join('\n');
    })
    .join('\n')
    .replace(/<[^>\n]*>/g, '')
    .trim();
}
