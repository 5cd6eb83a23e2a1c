/** The id of what a relation names, read with or without the document itself. */
export const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { id: unknown }).id : value;
