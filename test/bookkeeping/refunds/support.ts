import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { EntryDraft } from '../../../bookkeeping/documents/draft';
import { transformRefund, type RefundInput } from '../../../bookkeeping/refunds/transformRefund';
import type { Settings } from '../../../bookkeeping/settings/settings';
import { settingsWith } from '../support';

export type Json = Record<string, unknown>;

const RECORDED = path.join(__dirname, '..', '..', 'fixtures', 'woocommerce');

/** A recorded refund, or a list of them. */
export function recorded<T = Json>(name: string): T {
	return JSON.parse(readFileSync(path.join(RECORDED, `${name}.json`), 'utf8')) as T;
}

export function refundOf(input: RefundInput, settings: Settings = settingsWith()) {
	return transformRefund(input, 'woocommerce', settings);
}

/** The credit note of a refund that must be bookable. */
export function creditNoteOf(input: RefundInput, settings?: Settings) {
	const { draft, code, message } = refundOf(input, settings);
	if (!draft) throw new Error(`${code}: ${message}`);
	return draft;
}

export interface Line {
	role?: 'product' | 'shipping' | 'fee';
	/** Cents without VAT after discount. */
	net: number;
	discount?: number;
	rate: number;
	/** Cents; by default what the rate makes of it. */
	vat?: number;
	/** The line of the order that a refund line refers to, by its place. */
	of?: number;
	quantity?: number;
}

const euro = (cents: number) => (cents / 100).toFixed(2);
const vatOnLine = ({ net, rate, vat }: Line) => vat ?? Math.round((net * rate) / 100);
const LISTS = { product: 'line_items', shipping: 'shipping_lines', fee: 'fee_lines' } as const;

/** An order as WooCommerce sends it; its lines get the ids 101, 102 and so on. */
export function order(lines: Line[], changes: Json = {}): Json {
	const total = lines.reduce((sum, line) => sum + line.net + vatOnLine(line), 0);
	return {
		id: 1000,
		number: '1000',
		status: 'processing',
		currency: 'EUR',
		date_created: '2026-03-01T12:00:00',
		date_created_gmt: '2026-03-01T11:00:00',
		total: euro(total),
		billing: { first_name: 'Ada', last_name: 'Test', country: 'NL', email: 'ada@mail.example' },
		shipping: {},
		payment_method: 'ideal',
		payment_method_title: 'iDEAL',
		...lists(lines, 1),
		tax_lines: taxLines(lines, 1),
		refunds: [],
		...changes,
	};
}

/** A refund as WooCommerce sends it; without an amount it is that of its lines. */
export function refund(id: number, lines: Line[], amount?: number, changes: Json = {}): Json {
	const ofLines = lines.reduce((sum, line) => sum + line.net + vatOnLine(line), 0);
	return {
		id,
		date_created: '2026-04-01T00:30:00',
		date_created_gmt: '2026-03-31T22:30:00',
		amount: euro(amount ?? ofLines),
		reason: '',
		...lists(lines, -1),
		tax_lines: taxLines(lines, -1),
		...changes,
	};
}

function lists(lines: Line[], sign: 1 | -1): Json {
	const of = (role: NonNullable<Line['role']>) =>
		lines.flatMap((line, index) =>
			(line.role ?? 'product') === role ? [rawLine(line, index, sign)] : [],
		);
	return Object.fromEntries(
		Object.entries(LISTS).map(([role, list]) => [list, of(role as keyof typeof LISTS)]),
	);
}

function rawLine(line: Line, index: number, sign: 1 | -1): Json {
	const vat = vatOnLine(line);
	return {
		id: sign === 1 ? 101 + index : 901 + index,
		name: `Line ${sign === 1 ? index : line.of}`,
		quantity: sign * (line.quantity ?? 1),
		subtotal: euro(sign * (line.net + (sign === 1 ? (line.discount ?? 0) : 0))),
		total: euro(sign * line.net),
		total_tax: euro(sign * vat),
		taxes: sign === -1 && vat === 0 ? [] : [{ id: line.rate, total: euro(sign * vat) }],
		meta_data:
			line.of === undefined ? [] : [{ key: '_refunded_item_id', value: String(101 + line.of) }],
	};
}

function taxLines(lines: Line[], sign: 1 | -1): Json[] {
	return [...new Set(lines.map(({ rate }) => rate))].map((rate) => {
		const at = (shipping: boolean) =>
			lines
				.filter((line) => line.rate === rate && (line.role === 'shipping') === shipping)
				.reduce((sum, line) => sum + vatOnLine(line), 0);
		return {
			rate_id: rate,
			rate_percent: rate,
			tax_total: euro(sign * at(false)),
			shipping_tax_total: euro(sign * at(true)),
		};
	});
}

/** Net and VAT per rate in cents, added up over drafts. */
export function perRate(drafts: readonly EntryDraft[]): Record<string, [number, number]> {
	const rates: Record<string, [number, number]> = {};
	for (const { lines, vat } of drafts) {
		for (const { percentage = 0, amount } of lines) {
			(rates[percentage] ??= [0, 0])[0] += Math.round(amount * 100);
		}
		for (const { percentage, amount } of vat) {
			(rates[percentage] ??= [0, 0])[1] += Math.round(amount * 100);
		}
	}
	return rates;
}
