'use client';
import { translateIfKnown } from '../../i18n/translate';
import type { ReferenceView, RightsView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import type { T } from '../make-t';
import { codeChoices } from '../ui/choices';
import { FieldSet } from '../ui/field';
import { RadioCards } from '../ui/radio-cards';
import type { RecordDraft } from './use-record';
import { useWorkbench } from './workbench';

/** Who made it; under the answer, the paper that it has to be proved with. */
export function BasisField({ record, rights }: { record: RecordDraft; rights: RightsView }) {
  const t = useT();
  const { reference } = useWorkbench();
  const value = record.value<string>('basis');
  return (
    <FieldSet
      condition={record.condition('basis')}
      legend={rights.component ? t('rights.whoMadeComponent') : t('rights.whoMade')}
      needed={record.demanded('basis')}
      path={record.path('basis')}
    >
      <RadioCards
        choices={codeChoices(reference, 'bases', 'basis').map((choice) => ({
          ...choice,
          detail: papersOf(t, reference, choice.value),
        }))}
        disabled={record.readOnly}
        name={`basis-${rights.id}`}
        onChange={(next) => record.set('basis', next)}
        value={value}
      />
    </FieldSet>
  );
}

/** "Cần có: quyết định…, ghi rõ ngày ký." as the rules of this basis say. */
function papersOf(t: T, reference: ReferenceView | undefined, basis: string): string | undefined {
  const guide = reference?.bases[basis];
  if (!guide) return undefined;
  const known = (code: string, key: string) => translateIfKnown(t.lang, key) ?? code;
  const details = (codes: string[]) =>
    codes.map((code) => known(code, `admin:paperDetails.${code}`)).join(', ');
  const papers = guide.papers
    .map((code) => known(code, `rights:codes.evidenceKind.${code}`))
    .join(` ${t('rights.or')} `);
  return [
    guide.demanded.length > 0
      ? t('rights.paperWith', { papers, details: details(guide.demanded) })
      : t('rights.paper', { papers }),
    guide.expected.length > 0 && t('rights.paperExpected', { details: details(guide.expected) }),
    guide.restricted && t('rights.paperRestricted'),
  ]
    .filter(Boolean)
    .join(' ');
}
