import { told, type Told } from '../codes/register';
import type { SalesEntryDraft } from '../documents/draft';
import { sum, toEuro } from '../money/money';
import { totalKey } from '../orderTable/keys';
import type { Settings } from '../settings/settings';
import type { RawObject } from '../trade/fields';
import { Finding, reasonOf } from '../trade/findings';
import { draftTotal, type TotalToDraft } from './draftTotal';
import { readMember, totalOfMember } from './member';

/** What becomes of one total, in the form of an order. */
export interface TransformedTotal extends Told {
	outcome: 'book' | 'attention';
	orderKey: string;
	client: string;
	shop: string;
	orderNumber: string;
	/** Of a total of a payout: its key. */
	payoutKey: string;
	/** Euro with VAT; `null` when it cannot be made. */
	total: number | null;
	vat: number | null;
	regime: string;
	draft?: SalesEntryDraft;
}

/**
 * Drafts a total of the booking records of its orders. Never throws.
 *
 * @param orderKeys the orders whose rows name the total: each must have its record.
 * @param payoutKey of a total of a payout: its key.
 */
export function transformTotal(
	one: TotalToDraft,
	orderKeys: ReadonlySet<string>,
	records: ReadonlyMap<string, RawObject>,
	settings: Settings,
	payoutKey = '',
): TransformedTotal {
	const { client, shop, number } = one;
	const orderKey = totalKey(client, shop, number);
	const named = { orderKey, client, shop, orderNumber: number, payoutKey };
	try {
		const members = [...orderKeys].flatMap((key) => readMember(records.get(key) ?? {}) ?? []);
		const [orders, read] = [orderKeys.size, members.length];
		if (read !== orders) {
			throw new Finding('TOTAL_NOT_EXACT', { case: 'unread', number, orders, read });
		}
		const draft = draftTotal(one, members, settings);
		const vat = members.flatMap((member) => [
			...member.vat,
			...member.lines.filter(({ role }) => role === 'vat'),
		]);
		return {
			...{ ...named, outcome: 'book', draft, regime: draft.regime },
			total: toEuro(sum(members.map(totalOfMember))),
			vat: toEuro(sum(vat.map(({ cents }) => cents))),
			...told(undefined),
		};
	} catch (error) {
		const empty = { total: null, vat: null, regime: '' };
		return { ...named, ...empty, outcome: 'attention', ...told(reasonOf(error)) };
	}
}
