import sharp from 'sharp';
import { MAX_PIXELS } from '../sniff/image';
import { THUMBNAIL_PIXELS, type Derived } from './protocol';

const SECONDS = 30;

/** A small picture without the metadata of the large one, which may say where it was taken. */
export async function thumbnail(source: string | Buffer): Promise<Uint8Array> {
  return await sharp(source, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .resize({
      width: THUMBNAIL_PIXELS,
      height: THUMBNAIL_PIXELS,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .webp({ quality: 80 })
    .toBuffer();
}

export async function picture(path: string): Promise<Derived> {
  const { autoOrient } = await sharp(path, { limitInputPixels: MAX_PIXELS }).metadata();
  return { ...autoOrient, thumbnail: await thumbnail(path) };
}
