import type { FileView } from '../../review/view-models';
import type { T } from '../make-t';
import { formatBytes, formatNumber, formatSeconds } from './format';

/** "24 trang, 3,2 MB". */
export function fileMeta(t: T, file: FileView): string {
  return [
    file.pages ? t('files.pages', { count: file.pages, number: formatNumber(file.pages) }) : null,
    file.duration ? formatSeconds(file.duration) : null,
    formatBytes(file.size),
  ]
    .filter(Boolean)
    .join(', ');
}
