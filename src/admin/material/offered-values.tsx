'use client';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { MATERIAL } from './edits';
import { useRecord, type RecordDraft } from './use-record';
import { useWorkbench } from './workbench';

/** On these bases the rights are, as a rule, the department's own. */
const OWN_WORK = ['employment', 'commissioned', 'assigned'];
/** On these the work comes from somebody else: nothing is known of where it was made. */
const FOREIGN_WORK = ['licensed', 'open_licence'];

export interface Offer {
  field: string;
  label: string;
  shown: string;
  value: unknown;
}

/** What the description already tells of the work: offered for the empty fields, never set unseen. */
export function OfferedValues({ record }: { record: RecordDraft }) {
  const t = useT();
  const offers = useOffers(record);
  return <OfferBox offers={offers} record={record} title={t('rights.offer')} />;
}

/** Values that are known already, with one button that takes them. */
export function OfferBox({
  title,
  offers,
  record,
}: {
  title: string;
  offers: Offer[];
  record: RecordDraft;
}) {
  const t = useT();
  if (record.readOnly || offers.length === 0) return null;
  return (
    <div className="kho-callout kho-callout--info kho-offer">
      <div>
        <strong>{title}</strong>
        <ul className="kho-sm">
          {offers.map(({ field, label, shown }) => (
            <li key={field}>
              {label}: <b>{shown}</b>
            </li>
          ))}
        </ul>
      </div>
      <Button onClick={() => offers.forEach(({ field, value }) => record.set(field, value))}>
        {t('rights.useOffer')}
      </Button>
    </div>
  );
}

function useOffers(record: RecordDraft): Offer[] {
  const t = useT();
  const { view } = useWorkbench();
  const material = useRecord(MATERIAL);
  const title = material.text('title', 'vi').trim();
  const issued = material.value<string>('issued')?.slice(0, 4);
  const basis = record.value<string>('basis') ?? '';
  const owner = record.value<Record<string, unknown>>('owner') ?? {};
  const empty = (field: string) => [null, ''].includes(record.value<string>(field));
  const offers: Offer[] = [];
  const offer = (field: string, label: string, shown: string, value: unknown = shown) =>
    offers.push({ field, label, shown, value });

  if (title && empty('title')) offer('title', t('fields.workTitle'), title);
  if (empty('country') && !FOREIGN_WORK.includes(basis)) {
    offer('country', t('fields.country'), t('form.vietnam'), 'VN');
  }
  if (issued && empty('fixedYear')) {
    offer('fixedYear', t('fields.fixedYear'), issued, Number(issued));
  }
  if (OWN_WORK.includes(basis) && !owner.name) {
    const { name } = view.department;
    offer('owner', t('fields.ownerName'), name, {
      ...owner,
      name,
      kind: owner.kind ?? 'state_agency',
    });
  }
  const { vi: credit, en } = record.value<Record<string, string | null>>('creditLine') ?? {};
  if (OWN_WORK.includes(basis) && !credit) {
    const year = issued ?? String(new Date().getFullYear());
    const line = `${String(owner.name || view.department.name)}, ${year}`;
    offer('creditLine', t('fields.creditLine'), line, { vi: line, en: en ?? null });
  }
  return offers;
}
