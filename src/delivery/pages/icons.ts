import { markup, trusted, type Markup } from './markup';

const PATHS = {
  audio:
    '<path d="M4 14.5v-2.5a8 8 0 0 1 16 0v2.5M4 14.5h3v5.5H5.5A1.5 1.5 0 0 1 4 18.5zM20 14.5h-3v5.5h1.5a1.5 1.5 0 0 0 1.5-1.5z"/>',
  book: '<path d="M5 4.5h12.5a1 1 0 0 1 1 1v14H7a2 2 0 0 1-2-2zM5 17.5a2 2 0 0 1 2-2h11.5M9 8.5h6"/>',
  check: '<path d="M5 12.5l4.5 4.5L19 7.5"/>',
  chev: '<path d="M6 9.5l6 6 6-6"/>',
  data: '<path d="M8.5 6L3.5 12l5 6M15.5 6l5 6-5 6"/>',
  down: '<path d="M12 4v11M7 10.5l5 5 5-5M4.5 20h15"/>',
  filter:
    '<path d="M4 7h9M19 7h1M4 17h1M11 17h9"/><circle cx="16" cy="7" r="2.5"/><circle cx="8" cy="17" r="2.5"/>',
  gone: '<circle cx="12" cy="12" r="8.5"/><path d="M8 12h8"/>',
  leaflet: '<path d="M4 5l5.5 1.5v13L4 18zM20 5l-5.5 1.5v13L20 18zM9.5 6.5h5M9.5 19.5h5"/>',
  menu: '<path d="M4 6.5h16M4 12h16M4 17.5h16"/>',
  office:
    '<path d="M4 20h16M5.5 20v-9M18.5 20v-9M10 20v-9M14 20v-9M3.5 8.5L12 4l8.5 4.5V11h-17z"/>',
  open: '<path d="M3 5.5c3.5-.8 6.5-.3 9 1.5 2.5-1.8 5.5-2.3 9-1.5v13c-3.5-.8-6.5-.3-9 1.5-2.5-1.8-5.5-2.3-9-1.5zM12 7v13"/>',
  people:
    '<circle cx="9" cy="8.5" r="3"/><path d="M3.5 19.5v-1a5.5 5.5 0 0 1 11 0v1M15.5 5.8a3 3 0 0 1 0 5.4M17 14a5.4 5.4 0 0 1 3.5 4.7v.8"/>',
  plan: '<rect x="4" y="5.5" width="16" height="14.5" rx="1.5"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4M8 14h3M8 17h6"/>',
  poster:
    '<rect x="5" y="3.5" width="14" height="17" rx="1.5"/><path d="M5 16l4-4 3 3 2.5-2.5L19 17"/><circle cx="14.5" cy="8.5" r="1.2"/>',
  quiz: '<path d="M4 6.5l1.5 1.5L8.5 5M4 15.5l1.5 1.5 3-3M12 7h8M12 16h8"/>',
  scale:
    '<path d="M12 4v16M7.5 20h9M5 7l7-1.5L19 7M5 7l-2.5 6.5a2.7 2.7 0 0 0 5 0zM19 7l-2.5 6.5a2.7 2.7 0 0 0 5 0z"/>',
  search: '<circle cx="11" cy="11" r="6.5"/><path d="M16 16l4.5 4.5"/>',
  text: '<path d="M5 6.5h14M5 12h14M5 17.5h9"/>',
  video: '<rect x="3.5" y="5" width="17" height="14" rx="1.5"/><path d="M10.5 9v6l4.8-3z"/>',
  x: '<path d="M6 6l12 12M18 6L6 18"/>',
};

export type IconName = keyof typeof PATHS;

/** All drawings once a page, invisible; {@link icon} points at them. */
export const sprite: Markup = trusted(
  `<svg class="sprite" aria-hidden="true" focusable="false">${Object.entries(PATHS)
    .map(([name, paths]) => `<symbol id="i-${name}" viewBox="0 0 24 24">${paths}</symbol>`)
    .join('')}</svg>`,
);

export function icon(name: IconName, more = ''): Markup {
  return markup`<svg class="icon${more && ` ${more}`}" aria-hidden="true" focusable="false"><use href="#i-${name}"/></svg>`;
}

const BY_TYPE: Record<string, IconName> = {
  activityPlan: 'plan',
  assessment: 'quiz',
  audio: 'audio',
  exercise: 'quiz',
  handout: 'leaflet',
  infographic: 'poster',
  lessonPlan: 'plan',
  poster: 'poster',
  video: 'video',
};

export function typeIcon(code: string | undefined): IconName {
  return BY_TYPE[code ?? ''] ?? 'book';
}

/** The temple of literature's pavilion, in lines. */
export const pavilion: Markup = trusted(
  '<svg class="drawing" viewBox="0 0 212 206" aria-hidden="true" focusable="false"><path d="M6 205.25h200M22 197h168M34 189h144"/><path d="M50 189v-62h15v62M147 189v-62h15v62M54.5 182v-48h6v48M151.5 182v-48h6v48M80 189v-62M88 189v-62M124 189v-62M132 189v-62"/><path d="M40 127h132v-8H40zM46 119v-14M166 119v-14M44 105h124M57 119v-14M68 119v-14M79 119v-14M90 119v-14M122 119v-14M133 119v-14M144 119v-14M155 119v-14M101 119v-14M111 119v-14"/><path d="M62 105V67h88v38M72 105V67M140 105V67"/><circle cx="106" cy="86" r="15.5"/><circle cx="106" cy="86" r="5"/><path d="M106 81v-10.5M106 101.5V91M101 86H90.5M121.5 86H111M102.5 82.5l-7.4-7.4M116.9 96.9l-7.4-7.4M109.5 82.5l7.4-7.4M95.1 96.9l7.4-7.4"/><path d="M24 58q16 9 34 9h96q18 0 34-9-18-2-30-15H54Q42 56 24 58zM58 67q-4-11-4-24M154 67q4-11 4-24"/><path d="M66 43v-9M146 43v-9M40 27q14 8 28 7h76q14 1 28-7-16-2-28-16H68Q56 25 40 27z"/><path d="M68 11q-7 0-9-7M144 11q7 0 9-7M64 7.5h84"/><circle cx="106" cy="4.5" r="3.5"/></svg>',
);
