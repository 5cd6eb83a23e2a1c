import { createHash } from 'node:crypto';
import { portalCss } from './portal-css';
import { readFont } from './fonts';

export interface Asset {
  mediaType: string;
  body: Buffer;
}

const text = (mediaType: string, body: string): Asset => ({ mediaType, body: Buffer.from(body) });

/** Copies an example; without it the example can still be selected by one click. */
const copyJs = `for (const button of navigator.clipboard ? document.querySelectorAll('[data-copy]') : []) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const label = button.textContent;
    await navigator.clipboard.writeText(button.closest('.shell, .credit').querySelector('pre, [data-line]').textContent);
    button.textContent = button.dataset.copy;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}
`;

const iconSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="6" fill="#0f5c6e"/><path d="M8 11c4-.9 7.3-.3 10 1.8 2.7-2.1 6-2.7 10-1.8v14c-4-.9-7.3-.3-10 1.8-2.7-2.1-6-2.7-10-1.8zM18 12.8v14" fill="none" stroke="#fff" stroke-width="1.75" stroke-linejoin="round"/></svg>';

const checkSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 14 14" fill="none" stroke="white" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M2.5 7.5l3 3 6-7"/></svg>';

const ASSETS: Record<string, Asset> = {
  'portal.css': text('text/css; charset=utf-8', portalCss),
  'copy.js': text('text/javascript; charset=utf-8', copyJs),
  'icon.svg': text('image/svg+xml', iconSvg),
  'check.svg': text('image/svg+xml', checkSvg),
};

/** Undefined when there is no such file. */
export async function readAsset(name: string): Promise<Asset | undefined> {
  if (Object.hasOwn(ASSETS, name)) return ASSETS[name];
  const font = name.startsWith('fonts/') ? await readFont(name.slice(6)) : undefined;
  return font && { mediaType: 'font/woff2', body: font };
}

/** Changes with the styles, so that a browser may keep them for long. */
export const assetVersion = createHash('sha256')
  .update(portalCss + copyJs)
  .digest('base64url')
  .slice(0, 8);
