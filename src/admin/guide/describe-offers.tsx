'use client';
import { useT } from '../hooks/use-t';
import { MATERIAL } from '../material/edits';
import { OfferBox, type Offer } from '../material/offered-values';
import { useRecord } from '../material/use-record';
import { useWorkbench } from '../material/workbench';
import { formatSeconds } from '../ui/format';
import { writeDuration } from '../ui/measures';
import { titleOfFile } from '../home/title-of-file';

/** What the files and the account tell already: offered for the empty fields, never set unseen. */
export function DescribeOffers() {
  const t = useT();
  const { view } = useWorkbench();
  const record = useRecord(MATERIAL);
  const offers: Offer[] = [];
  const main = view.items.find(({ role }) => role === 'main')?.file;
  if (main && record.text('title', 'vi').trim() === '') {
    const title = titleOfFile(main.name);
    offers.push({
      field: 'title',
      label: t('fields.title'),
      shown: title,
      value: { vi: title, en: record.text('title', 'en') || null },
    });
  }
  const people = record.value<{ name?: string | null }[]>('creators') ?? [];
  if (!people.some(({ name }) => name)) {
    const { name } = view.department;
    const value = [{ name, role: 'author' }];
    offers.push({ field: 'creators', label: t('fields.creators'), shown: name, value });
  }
  const seconds = view.items.reduce((sum, { file }) => sum + (file.duration ?? 0), 0);
  if (seconds >= 60 && !record.value<string>('duration')) {
    const minutes = Math.round(seconds / 60);
    const value = writeDuration({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });
    const shown = formatSeconds(seconds);
    offers.push({ field: 'duration', label: t('fields.duration'), shown, value });
  }
  return <OfferBox offers={offers} record={record} title={t('guide.offer')} />;
}
