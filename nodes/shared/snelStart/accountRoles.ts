import type { AccountRole } from '../../../bookkeeping';

/**
 * What SnelStart's function of an account (grootboekfunctie) means for the VAT return (SS-250,
 * VAT-301). VAT on margin sales is worked out by SnelStart per period, so those accounts are in no
 * box here.
 */
const byFunction: Record<string, AccountRole> = {
	DagboekVerkoop: { box: 'none', holds: 'receivable' },
	VerkopenOmzetHoog: { box: '1a', holds: 'turnover' },
	VerkopenOmzetLaag: { box: '1b', holds: 'turnover' },
	VerkopenOmzetOverig: { box: '1c', holds: 'turnover' },
	VerkopenOmzetOnbelastVerlegd: { box: '1e', holds: 'turnover' },
	VerkopenBtwVrij: { box: 'none', holds: 'turnover' },
	VerkopenExportBuitenEU: { box: '3a', holds: 'turnover' },
	VerkopenExportBinnenEU: { box: '3b', holds: 'turnover' },
	DienstverleningBinnenEU: { box: '3b', holds: 'turnover', services: true },
	InstallatieTeleverkoopBinnenEUgeen: { box: 'oss', holds: 'turnover' },
	VerkoopGlobalisatieHoog: { box: 'none', holds: 'turnover' },
	VerkoopGlobalisatieLaag: { box: 'none', holds: 'turnover' },
	VerkoopGlobalisatieOverig: { box: 'none', holds: 'turnover' },
	BtwAfTeDragenHoog: { box: '1a', holds: 'vat' },
	BtwAfteDragenLaag: { box: '1b', holds: 'vat' },
	BtwAfTeDragenOverig: { box: '1c', holds: 'vat' },
	BtwAfTeDragenVerlegdVerkopen: { box: '1e', holds: 'vat' },
};
const other: AccountRole = { box: 'none', holds: 'other' };

/** The role of each account by its ID. @param foreignVatAccountId takes the VAT of OSS sales */
export function accountRoles(
	accounts: ReadonlyArray<{ id: string; function: string }>,
	foreignVatAccountId: string | undefined,
): (accountId: string) => AccountRole {
	const roles = new Map(
		accounts.map(({ id, function: purpose }) => [id, byFunction[purpose] ?? other]),
	);
	if (foreignVatAccountId) roles.set(foreignVatAccountId, { box: 'oss', holds: 'vat' });
	return (accountId) => roles.get(accountId) ?? other;
}
