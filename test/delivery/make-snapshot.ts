import type { Snapshot, SnapshotFile } from '../../src/publishing/read/snapshot';

let made = 0;
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A well-formed identifier of its own (the check character does not matter here). */
export function nextIdentifier(): string {
  made += 1;
  let [rest, text] = [made, ''];
  for (let at = 0; at < 10; at += 1) {
    text = (ALPHABET[rest % 32] ?? '0') + text;
    rest = Math.floor(rest / 32);
  }
  return `hl-${text}`;
}

export function makeFile(change: Partial<SnapshotFile> = {}): SnapshotFile {
  const id = nextIdentifier().slice(3).toUpperCase().padStart(20, 'F');
  return {
    id,
    role: 'main',
    name: 'tay-chân-miệng.pdf',
    mediaType: 'application/pdf',
    size: 10,
    sha256: 'a'.repeat(64),
    pages: 12,
    duration: null,
    caption: { vi: 'Bản in', en: 'Print version' },
    altText: null,
    storageKey: `content/${id.toLowerCase()}`,
    thumbnailKey: null,
    textKey: null,
    ...change,
  };
}

/** A complete publication; a test changes only what it is about. */
export function makeSnapshot(change: Partial<Snapshot> = {}): Snapshot {
  return {
    identifier: nextIdentifier(),
    revision: 1,
    languages: ['vi', 'en'],
    title: { vi: 'Phòng bệnh tay chân miệng', en: 'Preventing hand, foot and mouth disease' },
    alternativeTitle: null,
    abstract: { vi: 'Nhận biết và chăm sóc tại nhà.', en: 'Recognising it and caring at home.' },
    keywords: { vi: ['tay chân miệng', 'rửa tay'], en: ['hand washing'] },
    language: ['vi'],
    type: {
      code: 'handout',
      label: { vi: 'Tờ rơi', en: 'Leaflet' },
      uri: 'http://purl.org/dcx/lrmi-vocabs/learningResourceType/supportingDocument',
    },
    subjects: [
      {
        code: 'suc-khoe-va-dinh-duong',
        label: { vi: 'Sức khỏe và dinh dưỡng', en: 'Health and nutrition' },
      },
    ],
    levels: [{ code: 'mau-giao', label: { vi: 'Mẫu giáo', en: 'Kindergarten' } }],
    audiences: [
      {
        code: 'phu-huynh',
        label: { vi: 'Phụ huynh', en: 'Parents' },
        uri: 'http://purl.org/dcx/lrmi-vocabs/educationalAudienceRole/parent',
      },
    ],
    features: [],
    department: { code: 'YT', label: { vi: 'Sở Y tế', en: 'Department of Health' } },
    creators: [
      { name: 'Nguyễn Thị Lan', role: 'author' },
      { name: 'Phạm Thu Hằng', role: 'reviewer' },
    ],
    publisher: 'Sở Y tế Hà Nội',
    issued: '2026-03-12',
    publishedAt: '2026-04-01T02:15:00.000Z',
    modifiedAt: '2026-04-01T02:15:00.000Z',
    licence: {
      code: 'CC-BY-4.0',
      version: 1,
      label: { vi: 'CC BY 4.0: Ghi công', en: 'CC BY 4.0: Attribution' },
      url: 'https://creativecommons.org/licenses/by/4.0/',
      permits: ['copy', 'share', 'adapt', 'commercial'],
    },
    rightsHolder: 'Sở Y tế Hà Nội',
    copyrightYear: 2026,
    attribution: { vi: 'Sở Y tế Hà Nội, 2026', en: 'Hanoi Department of Health, 2026' },
    accessibility: {
      modes: ['textual', 'visual'],
      sufficient: ['textual'],
      features: ['taggedPDF'],
      hazards: ['none'],
      summary: { vi: 'Tệp PDF có thẻ cấu trúc.' },
    },
    ageRange: '0-5',
    duration: 'PT20M',
    outcomes: { vi: ['Kể được ba dấu hiệu'], en: ['Name three signs'] },
    educationalUse: ['instruction'],
    interactivity: 'expositive',
    place: 'Hà Nội',
    basedOn: [],
    partOf: [],
    files: [],
    access: 'open',
    download: true,
    ...change,
  };
}
