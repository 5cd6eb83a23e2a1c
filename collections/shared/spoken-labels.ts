import type { CollectionConfig, Field, LabelFunction } from 'payload';

type Both = Record<'vi' | 'en', string>;

const isBoth = (label: unknown): label is Both =>
  typeof label === 'object' && label !== null && 'vi' in label && 'en' in label;

/** Payload puts some labels into a sentence as they are, an object among them: a function is asked first. */
const said =
  (label: Both): LabelFunction =>
  ({ i18n }) =>
    i18n.language === 'en' ? label.en : label.vi;

const saidIfBoth = <T>(label: T): LabelFunction | T => (isBoth(label) ? said(label) : label);

function spoken(field: Field): Field {
  const labelled =
    'label' in field && isBoth(field.label) ? { ...field, label: said(field.label) } : field;
  if (labelled.type === 'tabs') {
    return {
      ...labelled,
      tabs: labelled.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(spoken) })),
    };
  }
  return 'fields' in labelled
    ? ({ ...labelled, fields: labelled.fields.map(spoken) } as Field)
    : (labelled as Field);
}

/** The same collection, its labels in the words of the reader wherever Payload says them. */
export const spokenLabels = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  labels: {
    singular: saidIfBoth(collection.labels?.singular),
    plural: saidIfBoth(collection.labels?.plural),
  },
  fields: collection.fields.map(spoken),
});
