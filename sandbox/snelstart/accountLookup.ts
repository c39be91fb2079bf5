import type { Account } from './accounts';
import type { Ledger } from './ledger';

/** All ledger accounts, the seeded ones and those added since. */
export const accountsIn = ({ records }: Ledger): Account[] =>
	(records.grootboeken ?? []) as unknown as Account[];

/** The account with an id. */
export const accountWith = (ledger: Ledger, id: string | undefined): Account | undefined =>
	accountsIn(ledger).find((one) => one.id === id);
