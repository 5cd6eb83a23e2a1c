/** A filter of the queue that a person named: kept with their preferences, so it follows them. */
export interface SavedView {
  name: string;
  tab: string;
  q: string;
  department: string;
}
export type QueueFilter = Omit<SavedView, 'name'>;

export const VIEWS_PREFERENCE = 'queue-views';
export const LONGEST_NAME = 60;
export const MOST_VIEWS = 20;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What was stored, by whatever version: what does not read as a view is left out. */
export function readViews(value: unknown): SavedView[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null)
    .map(({ name, tab, q, department }) => ({
      name: text(name),
      tab: text(tab),
      q: text(q),
      department: text(department),
    }))
    .filter(({ name, tab }) => name !== '' && tab !== '');
}

export function viewOf(views: SavedView[], filter: QueueFilter): SavedView | undefined {
  return views.find(
    ({ tab, q, department }) =>
      tab === filter.tab && q === filter.q && department === filter.department,
  );
}

/** A name as it is kept. */
export function plainName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);
}

/** Under its name in the order of the alphabet; a view of the same name gives way. */
export function withView(views: SavedView[], view: SavedView): SavedView[] {
  return [...without(views, view.name), view].sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

export function without(views: SavedView[], name: string): SavedView[] {
  return views.filter((one) => one.name !== name);
}

export function renamed(views: SavedView[], from: string, to: string): SavedView[] {
  const view = views.find(({ name }) => name === from);
  return view ? withView(without(views, from), { ...view, name: to }) : views;
}
