/** What can be decided for several at once. */
export type BulkAction = 'claim' | 'release' | 'approve' | 'return' | 'publish';
