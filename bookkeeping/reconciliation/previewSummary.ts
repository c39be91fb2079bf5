import { besideEntry } from '../documents/beside';
import type { EntryDraft, SalesOrderDraft } from '../documents/draft';
import type { TransformedOrder } from '../orders/transform';
import type { TransformedRefund } from '../refunds/transformRefund';
import { fromEuro, toEuro, type Cents } from '../money/money';
import type { Settings } from '../settings/settings';
import { boxesOfSale } from './boxOfSale';
import { vatBoxes, type VatBox } from './vatBox';

/** What the orders of a preview come to on one ledger account, or in one box of the VAT return. */
export interface PreviewSum {
	kind: 'account' | 'box';
	/** Number and name of the account, or the box. */
	name: string;
	/** How many orders stand on it, by themselves or by a refund. */
	orders: number;
	/** Euro without VAT. */
	amount: number;
	/** Euro of VAT; 0 on an account. */
	vat: number;
}

interface Sum {
	orders: Set<string>;
	cents: Cents;
	vat: Cents;
}

/**
 * The sums of what would be booked, per account and per box (VAT-301), by what the shop charged, less
 * what the credit notes take back; of an order in two entries both count. Gift cards and rounding are
 * in no box. Sales orders are left out: SnelStart books them later.
 */
export function previewSummary(
	orders: readonly TransformedOrder[],
	settings: Settings,
	refunds: readonly TransformedRefund[] = [],
): PreviewSum[] {
	const accounts = new Map<string, Sum>();
	const boxes = new Map<VatBox, Sum>();
	const booked = refunds.filter(({ outcome }) => outcome === 'book');
	const all: Array<{ draft?: EntryDraft | SalesOrderDraft; orderKey: string }> = [
		...orders,
		...booked.map(({ draft, originalOrderKey }) => ({ draft, orderKey: originalOrderKey })),
	];
	const { giftCardAccountId } = settings;
	const entries = all.flatMap(({ draft, orderKey }) => {
		if (!draft || draft.document === 'salesOrder') return [];
		const beside = besideEntry(draft);
		return [draft, ...(beside ? [beside] : [])].map((entry) => ({ draft: entry, orderKey }));
	});
	for (const { draft, orderKey } of entries) {
		const { regime, invoiceDate: date } = draft;
		for (const { ledgerAccountId, role, percentage, amount } of draft.lines) {
			add(accounts, ledgerAccountId, orderKey, fromEuro(amount), 0);
			if (role === 'vat') add(boxes, 'oss', orderKey, 0, fromEuro(amount));
			else {
				const isInNone =
					percentage === undefined || (!percentage && ledgerAccountId === giftCardAccountId);
				const box = isInNone ? 'none' : boxesOfSale({ regime, date, percentage })[0];
				add(boxes, box, orderKey, fromEuro(amount), 0);
			}
		}
		for (const { percentage, amount } of draft.vat) {
			add(boxes, boxesOfSale({ regime, date, percentage })[0], orderKey, 0, fromEuro(amount));
		}
	}
	const known = new Map(settings.administration?.accounts.map((one) => [one.id, one]));
	const named = [...accounts].map(([id, sum]): [string, Sum] => {
		const account = known.get(id);
		return [account ? `${account.number} ${account.name}` : id, sum];
	});
	return [
		...named
			.sort(([a], [b]) => a.localeCompare(b))
			.map(([name, sum]) => told('account', name, sum)),
		...vatBoxes.flatMap((box) => (boxes.has(box) ? [told('box', box, boxes.get(box)!)] : [])),
	];
}

const told = (kind: PreviewSum['kind'], name: string, { orders, cents, vat }: Sum): PreviewSum => ({
	...{ kind, name, orders: orders.size },
	...{ amount: toEuro(cents), vat: toEuro(vat) },
});

function add<Key>(sums: Map<Key, Sum>, key: Key, order: string, cents: Cents, vat: Cents): void {
	const sum = sums.get(key) ?? { orders: new Set<string>(), cents: 0, vat: 0 };
	sum.orders.add(order);
	sum.cents += cents;
	sum.vat += vat;
	sums.set(key, sum);
}
