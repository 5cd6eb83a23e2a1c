import { createReadStream } from 'node:fs';
import { extensionOf } from './file-name';
import { acceptedExtensions, kindByContent, kindByExtension, type Kind } from './kinds';
import { refusal } from './refuse';
import { contentType } from './sniff/content-type';
import { foreignKind, TOLD_FIRST } from './sniff/foreign';
import { checkImage, type ImageSize } from './sniff/image';
import { checkPdf } from './sniff/pdf';

export interface FileToInspect {
  path: string;
  size: number;
  name: string;
  /** What the client says it is; the types that say nothing are left out of the comparison. */
  declaredType?: string;
  purpose: 'content' | 'evidence';
}

export interface Inspection {
  kind: Kind;
  extension: string;
  image?: ImageSize;
}

const SAYS_NOTHING =
  /^(application\/(octet-stream|x-www-form-urlencoded|binary|x-download)|binary\/octet-stream)$/;

/**
 * Decides whether a received file is taken in: its extension, the type it was declared with and its
 * bytes must agree on one of {@link KINDS}, and its structure must be whole. Throws the refusal.
 */
export async function inspectFile(file: FileToInspect): Promise<Inspection> {
  if (file.size === 0) throw refusal('file_empty', 'empty');
  const extension = extensionOf(file.name);
  const kind = kindByExtension(extension);
  const accepted = acceptedExtensions(file.purpose);
  const content = await contentType(file.path, file.size);
  const found = kindByContent(content)?.id ?? foreignKind(content);
  if (TOLD_FIRST.has(found)) throw refusal('file_type_refused', found, { accepted });
  if (!kind) {
    if (extension === '') throw refusal('file_type_refused', 'no_extension', { found, accepted });
    const isForeign = !kindByContent(content) && found !== 'unknown';
    throw refusal('file_type_refused', isForeign ? found : 'extension', { extension, accepted });
  }
  if (!kind.content.includes(content)) {
    throw refusal('file_type_mismatch', 'extension_content', { extension, found, accepted });
  }
  if (!agreesWithDeclared(kind, file.declaredType)) {
    throw refusal('file_type_mismatch', 'declared_content', {
      declared: file.declaredType,
      found,
      extension,
    });
  }
  if (file.purpose === 'evidence' && !kind.evidence) {
    throw refusal('file_type_refused', 'not_evidence', { found, accepted });
  }
  return { kind, extension, ...(await checkStructure(kind, file)) };
}

function agreesWithDeclared(kind: Kind, declared: string | undefined): boolean {
  const type = declared?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === '' || SAYS_NOTHING.test(type)) return true;
  if (kind.group === 'text' && type.startsWith('text/') && type !== 'text/html') return true;
  return [kind.mediaType, ...kind.content, ...(kind.aliases ?? [])].includes(type);
}

async function checkStructure(kind: Kind, file: FileToInspect): Promise<{ image?: ImageSize }> {
  if (kind.id === 'pdf') await checkPdf(file.path, file.size);
  if (kind.id === 'srt') await checkSubRip(file.path);
  return kind.group === 'image' ? { image: await checkImage(file.path) } : {};
}

/** SubRip has no signature: a number, a line with two times, words. */
async function checkSubRip(path: string): Promise<void> {
  let head = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', end: 4095 })) {
    head += String(chunk);
  }
  if (!/\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}\s*-->\s*\d{1,2}:\d{2}:\d{2}/.test(head)) {
    throw refusal('file_damaged', 'no_cues');
  }
}
