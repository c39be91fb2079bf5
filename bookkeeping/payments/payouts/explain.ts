import type { Place } from '../../codes/facts';
import { Finding } from '../../trade/findings';
import { readMicros, roundToCents, sum, type Cents } from '../../money/money';
import { cleanText } from '../../trade/text';
import { payoutSchema, type PayoutEntryType } from './payout';

/** A line of a payout of which every cent is accounted for: gross − fee = net. */
export interface PayoutEntry {
	/** Place in the payout, from 1: names a line that has no id. */
	place: number;
	id: string;
	type: PayoutEntryType;
	/** The provider's own word for it, where it gives one. */
	kind?: string;
	paymentIds: string[];
	orderId: string;
	description: string;
	gross: Cents;
	fee: Cents;
	feeVat: Cents;
	net: Cents;
	/** yyyy-MM-dd */
	date: string;
}

/** A line in another currency that the provider keeps in it. */
export interface KeptLine {
	id: string;
	paymentIds: string[];
	orderId: string;
	currency: string;
	/** In hundredths of that currency. */
	amount: number;
	/** yyyy-MM-dd */
	date: string;
}

/** A payout that is known to add up. */
export interface ExplainedPayout {
	provider: string;
	id: string;
	reference: string;
	date: string;
	net: Cents;
	entries: PayoutEntry[];
	/** What is no part of it, and is told. */
	kept: KeptLine[];
}

/**
 * Reads a payout in the general form and proves that every cent is explained: gross − fee = net per
 * line, and the lines together are what was paid out (PAY-601).
 *
 * @throws Finding PAYOUT_UNREADABLE, CURRENCY_NOT_EUR, PAYOUT_NOT_EXPLAINED, PAYOUT_ENTRY_UNKNOWN.
 */
export function explainPayout(input: unknown): ExplainedPayout {
	const read = payoutSchema.safeParse(input);
	if (!read.success) {
		const issue = read.error.issues[0];
		const field = issue?.path.join('.') || 'its form';
		throw new Finding('PAYOUT_UNREADABLE', { case: 'form', field });
	}
	const { currency, net, entries, kept, provider, id, reference, date } = read.data;
	if (currency.toUpperCase() !== 'EUR') {
		throw new Finding('CURRENCY_NOT_EUR', { case: 'payout', currency: currency.toUpperCase() });
	}
	const explained = {
		provider,
		id,
		reference: cleanText(reference),
		date: date.slice(0, 10),
		net: cents(net, 'paidOut'),
		entries: entries.map(
			(entry, index): PayoutEntry => ({
				...entry,
				place: entry.place ?? index + 1,
				orderId: cleanText(entry.orderId),
				description: cleanText(entry.description),
				gross: cents(entry.gross, `line ${index + 1}, gross`),
				fee: cents(entry.fee, `line ${index + 1}, fee`),
				feeVat: cents(entry.feeVat, `line ${index + 1}, feeVat`),
				net: cents(entry.net, `line ${index + 1}, net`),
				date: entry.date.slice(0, 10),
			}),
		),
		kept: kept.map((line, index) => ({
			...line,
			orderId: cleanText(line.orderId),
			currency: line.currency.toUpperCase(),
			amount: cents(line.amount, `line ${entries.length + index + 1}, kept`),
			date: line.date.slice(0, 10),
		})),
	};
	checkSums(explained);
	return { ...explained, entries: explained.entries.map(asFee) };
}

/** A fee of its own may be stated as an amount or as a fee: either way it costs what it takes. */
function asFee(entry: PayoutEntry): PayoutEntry {
	return entry.type === 'fee' ? { ...entry, gross: 0, fee: 0 - entry.net } : entry;
}

function checkSums({ net, entries, kept }: ExplainedPayout): void {
	const off = entries.find((entry) => entry.gross - entry.fee !== entry.net);
	if (off) {
		throw new Finding('PAYOUT_NOT_EXPLAINED', {
			case: 'line',
			line: off.place,
			gross: off.gross,
			fee: off.fee,
			net: off.net,
		});
	}
	// Which way it goes may not be known either, so that the sums would say less.
	const unknown = entries.find(({ type }) => type === 'unknown');
	if (unknown) {
		const facts = { line: unknown.place, net: unknown.net };
		throw new Finding(
			'PAYOUT_ENTRY_UNKNOWN',
			unknown.kind
				? { case: 'kind', ...facts, kind: cleanText(unknown.kind) }
				: { case: 'line', ...facts },
		);
	}
	const total = sum(entries.map((entry) => entry.net));
	if (total !== net) {
		throw new Finding('PAYOUT_NOT_EXPLAINED', {
			case: 'total',
			made: total,
			net,
			gap: net - total,
		});
	}
	if (entries.length === 0 && kept.length === 0) {
		throw new Finding('PAYOUT_NOT_EXPLAINED', { case: 'empty' });
	}
}

/** Whole cents; a fraction of a cent would be money that nobody explains. */
function cents(value: number | string, place: Place): Cents {
	const micros = readMicros(value);
	if (micros === undefined || roundToCents(micros) * 10_000 !== micros) {
		throw new Finding('PAYOUT_UNREADABLE', { case: 'noCentsAt', place });
	}
	return roundToCents(micros);
}
