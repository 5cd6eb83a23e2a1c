import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Readable } from 'node:stream';

export interface XmlHandlers {
  /** Local name, without its prefix. */
  open?: (name: string, tag: SaxesTagPlain) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
  /** True stops the reading. */
  done?: () => boolean;
}

/** Names that pages use without declaring them; everything that a document type declares is ignored. */
const HTML_ENTITIES = {
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  copy: '©',
  reg: '®',
  deg: '°',
  middot: '·',
  bull: '•',
  times: '×',
  shy: '',
};

/**
 * Streams XML through the handlers. Entities are never expanded from a document type, so that no
 * text can grow while it is read.
 */
export async function readXml(source: Readable, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser();
  Object.assign(parser.ENTITIES, HTML_ENTITIES);
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', (tag) => handlers.open?.(local(tag.name), tag));
  parser.on('closetag', (tag) => handlers.close?.(local(tag.name)));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('error', (error) => {
    throw error;
  });
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of source) {
      parser.write(decoder.decode(chunk as Buffer, { stream: true }));
      if (handlers.done?.()) return;
    }
    parser.close();
  } finally {
    source.destroy();
  }
}
