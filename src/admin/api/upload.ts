import { Problem } from './problem';
import { refusal } from './request';

export interface Upload<T> {
  done: Promise<T>;
  cancel: () => void;
}

/**
 * Sends a file as a raw body: `fetch` has no progress, `XMLHttpRequest` has. `onProgress` gets 0–1.
 * The promise rejects with a Problem; `cancelled` when the person stopped it.
 */
export function upload<T>(args: {
  path: string;
  file: File;
  onProgress: (share: number) => void;
}): Upload<T> {
  const xhr = new XMLHttpRequest();
  const done = new Promise<T>((resolve, reject) => {
    xhr.upload.onprogress = (event) => {
      if (event.lengthComputable) args.onProgress(event.loaded / event.total);
    };
    xhr.onload = () => {
      const body = parse(xhr.responseText);
      if (xhr.status >= 200 && xhr.status < 300) resolve(body as T);
      else void refusal(xhr.status, body).then(reject);
    };
    xhr.onerror = () => reject(new Problem({ status: 0, code: 'offline', title: '' }));
    xhr.onabort = () => reject(new Problem({ status: 0, code: 'cancelled', title: '' }));
  });
  xhr.open('POST', args.path);
  xhr.setRequestHeader('Accept', 'application/json');
  xhr.setRequestHeader('Content-Type', args.file.type || 'application/octet-stream');
  xhr.setRequestHeader('X-File-Name', encodeURIComponent(args.file.name));
  xhr.send(args.file);
  return { done, cancel: () => xhr.abort() };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
