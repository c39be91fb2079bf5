/** The journals a payment can be booked in: memoriaal, bank and kas. */
export const entryKinds = ['memorial', 'bank', 'cash'] as const;
export type EntryKind = (typeof entryKinds)[number];
