import type { Settings } from '../settings';

const TIP = 'choose an account of turnover without VAT.';

/** What bears no VAT beside goods by OSS is booked on an account without VAT (D-OSS-LINES). */
export function ossAccount(settings: Settings): string[] {
	const { ossAccountWithoutVatId: id, vatMapping, administration } = settings;
	if (!id) return [];
	const place = "'OSS Account Without VAT'";
	const row = vatMapping.find(
		({ vatKind, productsAccountId, shippingAccountId, feesAccountId, discountAccountId }) =>
			vatKind !== 'none' &&
			[productsAccountId, shippingAccountId, feesAccountId, discountAccountId].includes(id),
	);
	if (row) {
		const of = `'VAT Mapping' ${row.country} ${row.percentage} %`;
		return [`${place} is an account of ${of}, which bears VAT; ${TIP}`];
	}
	const account = administration?.accounts.find((one) => one.id === id);
	const withVat = account?.vatKinds.filter((kind) => kind !== 'none') ?? [];
	return account && withVat.length > 0
		? [
				`${place} is ledger account ${account.number} ${account.name}, which takes VAT (${withVat.join(', ')}); ${TIP}`,
			]
		: [];
}
