import { KINDS } from '../kinds';
import type { Derived, ProcessingAnswer, ProcessingJob, ProcessingNote } from './protocol';
import { textSink, type TextSink } from './text-sink';

/** The PDF reader needs the whole file in memory. */
const MAX_PDF_BYTES = 200 * 1024 ** 2;

/** Each reader is loaded only when its kind of file comes: together they take a third of a second. */
async function derive(job: ProcessingJob, sink: TextSink): Promise<Derived> {
  const kind = KINDS.find(({ id }) => id === job.kindId);
  switch (kind?.group) {
    case 'document':
      return await document(kind.id, job.path, sink);
    case 'text':
      await (await import('./plain-text')).plainText(job.path, kind.id, sink);
      return {};
    case 'image':
      return await (await import('./picture')).picture(job.path);
    case 'audio':
    case 'video':
      return await (await import('./media')).media(job.path);
    case 'archive':
    case undefined:
      return {};
  }
}

async function document(kindId: string, path: string, sink: TextSink): Promise<Derived> {
  switch (kindId) {
    case 'pdf':
      return await (await import('./pdf')).pdf(path, sink);
    case 'epub':
      await (await import('./epub-text')).epubText(path, sink);
      return {};
    default:
      return await (await import('./office-text')).officeText(path, kindId, sink);
  }
}

function noteOf(error: unknown): ProcessingNote {
  return (error as Error).name === 'PasswordException' ? 'password' : 'damaged';
}

/** Everything that is derived from one file. Never throws: a failure is an answer. */
export async function processFile(job: ProcessingJob): Promise<ProcessingAnswer> {
  if (job.kindId === 'pdf' && job.size > MAX_PDF_BYTES) {
    return { ok: false, note: 'too_large', message: `${String(job.size)} bytes` };
  }
  try {
    const sink = textSink();
    const derived = await derive(job, sink);
    const { text, cut } = sink.result();
    if (text !== '') derived.text = text;
    if (cut) derived.note = 'text_cut';
    else if (text === '' && job.kindId === 'pdf') derived.note = 'no_text';
    return { ok: true, derived };
  } catch (error) {
    return { ok: false, note: noteOf(error), message: String(error) };
  }
}
