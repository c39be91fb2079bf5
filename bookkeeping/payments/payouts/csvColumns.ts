import { Finding } from '../../trade/findings';
import { text, type RawObject } from '../../trade/fields';

/** What a column may be about, and the headings it is found by unless another one is named. */
const HEADINGS = {
	id: [
		...['id', 'transaction id', 'transactie-id', 'transactie id', 'transactienummer'],
		...['balance transaction id'],
		...['transactiereferentie', 'transaction key', 'transactiesleutel'],
	],
	type: ['type', 'transaction type', 'reporting category', 'soort', 'transactiesoort'],
	/** A payment method; of its words only those that tell a fee from a payment count. */
	method: ['paymenttype', 'payment type', 'payment method', 'betaalmethode', 'betaalwijze'],
	status: [
		...['status', 'tr status', 'transaction status', 'transactiestatus', 'last payment status'],
		...['payment status'],
	],
	/** Whether a line moved the balance of PayPal at all. */
	impact: ['balance impact', 'effect op saldo', 'invloed op saldo'],
	/** The transaction that one of PayPal belongs to; no other report has this heading. */
	reference: ['reference txn id'],
	payment: [
		...['payment intent id'],
		...['payment', 'payment id', 'psp reference', 'betaling', 'betaal-id', 'betalingskenmerk'],
	],
	order: [
		...['order', 'order id', 'order number', 'merchant reference', 'bestelling', 'ordernummer'],
		...['order #', 'merchant reference 1', 'merchant reference1', 'payment metadata[order id]'],
		...[
			'merchant ref',
			'bestelnummer',
			'mt merchanttransactionid',
			'factuurnummer',
			'factuurreferentie',
		],
	],
	description: ['description', 'omschrijving'],
	gross: ['gross', 'amount', 'gross amount', 'bruto', 'bedrag', 'brutobedrag', 'initial amount'],
	/** Money that comes in and goes out in columns of their own. */
	credit: [
		...['gross credit (gc)', 'gross credit', 'credit', 'credit amount', 'creditbedrag'],
		...['amount credit', 'bedrag credit', 'bij', 'bedrag bij', 'ontvangen'],
	],
	debit: [
		...['gross debit (gc)', 'gross debit', 'debit', 'debet', 'debit amount', 'debetbedrag'],
		...['amount debit', 'bedrag debet', 'af', 'bedrag af', 'uitgegeven'],
	],
	/** Which way an amount without a sign goes. */
	sign: [
		...['creditdebit', 'credit/debit', 'debit/credit', 'debet/credit', 'credit/debet', 'c/d'],
		...['d/c', 'af bij', 'af/bij', 'bij/af'],
	],
	fee: ['fee', 'fees', 'costs', 'kosten', 'transactiekosten', 'kosten incl. btw', 'deductions'],
	/** Counts where fees and it together lie between gross and net. */
	feeVat: [
		'btw',
		'vat',
		'vat amount',
		'btw-bedrag',
		'btw over kosten',
		'btw kosten',
		'vat on fees',
	],
	net: ['net', 'net amount', 'netto', 'nettobedrag', 'settlement amount'],
	netCredit: ['net credit (nc)', 'net credit'],
	netDebit: ['net debit (nc)', 'net debit'],
	date: [
		...['date', 'datum', 'transaction date', 'transactiedatum', 'creation date', 'booking date'],
		...[
			'boekdatum',
			'completed date/time',
			'date/time',
			'datum/tijd',
			'payment time',
			'order time',
		],
	],
	commission: ['commission (nc)'],
	markup: ['markup (nc)'],
	schemeFees: ['scheme fees (nc)'],
	interchange: ['interchange (nc)'],
	currency: ['currency', 'valuta', 'gross currency'],
	netCurrency: ['net currency', 'settlement currency'],
};
/** The order as the shop names it, of reports that name it as the provider does too. */
const FIRST: Partial<Record<keyof typeof HEADINGS, string[]>> = {
	order: [
		...['merchant reference 1', 'merchant reference1', 'merchant order id', 'merchant reference'],
		...['payment metadata[order id]', 'order id (metadata)'],
	],
};
/** What may name a payment too: as Klarna, Stripe and PayPal refer to one. */
const OTHER_IDS = [
	...['order id', 'capture id', 'short order id', 'source', 'source id', 'charge id'],
	...['payment intent id', 'reference txn id', 'original transaction id'],
];
/** Headings that count where none of the others is there: a shop may number its invoices as its orders. */
const ELSE: Partial<Record<keyof typeof HEADINGS, string[]>> = {
	order: ['invoice', 'invoice number', 'factuur'],
};
export type CsvColumn = keyof typeof HEADINGS;
export const csvColumns = Object.keys(HEADINGS) as CsvColumn[];

/** Where the columns of a file stand. */
export type CsvPlaces = Partial<Record<CsvColumn, number>>;

/**
 * The place of each column: by the heading that is named, else by a usual one.
 *
 * @param named by column the heading it has in this file.
 * @throws Finding PAYOUT_UNREADABLE when a named heading is not there, or nothing holds amounts.
 */
export function csvPlaces(headings: readonly string[], named: RawObject): CsvPlaces {
	const plain = headings.map(plainHeading);
	const isOfPayPal = HEADINGS.reference.some((name) => plain.includes(plainHeading(name)));
	// Its activity in Dutch says what a line is in its description.
	const ofPayPal = (column: CsvColumn): readonly string[] =>
		isOfPayPal && column === 'type' ? HEADINGS.description : [];
	const found = csvColumns.flatMap((column): Array<[CsvColumn, number]> => {
		const wanted = text(named, column);
		if (wanted !== '' && !plain.includes(plainHeading(wanted))) {
			throw new Finding('PAYOUT_UNREADABLE', { case: 'noColumn', column: wanted });
		}
		const at = (names: readonly string[]) => {
			const wantedNames = names.map(plainHeading);
			return plain.findIndex((heading) => wantedNames.includes(heading));
		};
		const groups =
			wanted === ''
				? [FIRST[column] ?? [], HEADINGS[column], ELSE[column] ?? [], ofPayPal(column)]
				: [[wanted], ELSE[column] ?? []];
		const place = groups.map(at).find((one) => one >= 0);
		return place === undefined ? [] : [[column, place]];
	});
	const places: CsvPlaces = Object.fromEntries(found);
	const { gross, net, credit, debit, netCredit, netDebit } = places;
	if ([gross, net, credit, debit, netCredit, netDebit].every((place) => place === undefined)) {
		throw new Finding(
			'PAYOUT_UNREADABLE',
			headings.length === 0
				? { case: 'noHeadings' }
				: { case: 'noAmountColumn', columns: headings },
		);
	}
	return places;
}

/** Where further ids stand that the payment of a line may be known by. */
export function otherIdPlaces(headings: readonly string[], { order }: CsvPlaces): number[] {
	const names = OTHER_IDS.map(plainHeading);
	return headings.flatMap((heading, place) =>
		place !== order && names.includes(plainHeading(heading)) ? [place] : [],
	);
}

/** `Transaction key`, `transaction_key` and `TransactionKey` are one heading, `Amount (EUR)` is `Amount`. */
const plainHeading = (heading: string): string =>
	heading
		.toLowerCase()
		.replace(/\(?(\beuro?\b|€)\)?/g, '')
		.replace(/[\s_./-]+/g, '');
