import { contradiction } from '../../codes/contradictionTexts';
import type { Spoken } from '../../codes/facts';
import type { Settings } from '../settings';

/** What bears no VAT beside goods by OSS is booked on an account without VAT (D-OSS-LINES). */
export function ossAccount(settings: Settings): Spoken[] {
	const { ossAccountWithoutVatId: id, vatMapping, administration } = settings;
	if (!id) return [];
	const row = vatMapping.find(
		({ vatKind, productsAccountId, shippingAccountId, feesAccountId, discountAccountId }) =>
			vatKind !== 'none' &&
			[productsAccountId, shippingAccountId, feesAccountId, discountAccountId].includes(id),
	);
	if (row) {
		const { country, percentage } = row;
		return [contradiction('ossAccountMapped', { country, percentage })];
	}
	const account = administration?.accounts.find((one) => one.id === id);
	const withVat = account?.vatKinds.filter((kind) => kind !== 'none') ?? [];
	return account && withVat.length > 0
		? [
				contradiction('ossAccountTakes', {
					account: `${account.number} ${account.name}`,
					takes: withVat.join(', '),
				}),
			]
		: [];
}
