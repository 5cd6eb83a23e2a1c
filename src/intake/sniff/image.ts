import { refusal } from '../refuse';

/** Pixels of the largest picture taken in: an A0 sheet scanned at 300 dpi has 140 million. */
export const MAX_PIXELS = 150_000_000;

export interface ImageSize {
  width: number;
  height: number;
}

/** Reads the header only; the size is as shown, after the orientation that the camera noted. */
export async function checkImage(path: string): Promise<ImageSize> {
  const { default: sharp } = await import('sharp');
  let found;
  try {
    found = await sharp(path, { limitInputPixels: false }).metadata();
  } catch (error) {
    throw refusal('file_damaged', 'image_unreadable', {}, error);
  }
  const pixels = found.width * found.height;
  if (pixels > MAX_PIXELS) {
    throw refusal('file_damaged', 'image_too_large', {
      pixels: Math.round(pixels / 1e6),
      limit: MAX_PIXELS / 1e6,
    });
  }
  return { width: found.autoOrient.width, height: found.autoOrient.height };
}
