import { Finding } from '../../trade/findings';
import { text, type RawObject } from '../../trade/fields';

/** What a column may be about, and the headings it is found by unless another one is named. */
const HEADINGS = {
	id: [
		...['id', 'transaction id', 'transactie-id', 'transactie id', 'transactienummer'],
		'transactiereferentie',
	],
	type: ['type', 'transaction type', 'soort', 'transactiesoort'],
	/** A payment method; of its words only those that tell a fee from a payment count. */
	method: ['paymenttype', 'payment type', 'payment method', 'betaalmethode', 'betaalwijze'],
	status: ['status', 'tr status', 'transaction status', 'transactiestatus'],
	payment: ['payment', 'payment id', 'psp reference', 'betaling', 'betaal-id', 'betalingskenmerk'],
	order: [
		...['order', 'order id', 'order number', 'merchant reference', 'bestelling', 'ordernummer'],
		...['bestelnummer', 'mt merchanttransactionid', 'factuurnummer', 'factuurreferentie'],
	],
	description: ['description', 'omschrijving'],
	gross: ['gross', 'amount', 'gross amount', 'bruto', 'bedrag', 'brutobedrag'],
	/** Money that comes in and goes out in columns of their own. */
	credit: [
		...['gross credit (gc)', 'gross credit', 'credit', 'credit amount', 'creditbedrag'],
		...['bij', 'ontvangen'],
	],
	debit: [
		...['gross debit (gc)', 'gross debit', 'debit', 'debet', 'debit amount', 'debetbedrag'],
		...['af', 'uitgegeven'],
	],
	/** Which way an amount without a sign goes. */
	sign: [
		...['creditdebit', 'credit/debit', 'debit/credit', 'debet/credit', 'credit/debet', 'c/d'],
		...['d/c', 'af bij', 'af/bij', 'bij/af'],
	],
	fee: ['fee', 'fees', 'costs', 'kosten', 'transactiekosten'],
	net: ['net', 'net amount', 'netto', 'nettobedrag'],
	netCredit: ['net credit (nc)', 'net credit'],
	netDebit: ['net debit (nc)', 'net debit'],
	date: [
		...['date', 'datum', 'transaction date', 'transactiedatum', 'creation date', 'booking date'],
		...['boekdatum', 'completed date/time'],
	],
	currency: ['currency', 'valuta', 'gross currency'],
	netCurrency: ['net currency'],
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
	const lower = headings.map((heading) => heading.toLowerCase());
	const found = csvColumns.flatMap((column): Array<[CsvColumn, number]> => {
		const wanted = text(named, column);
		if (wanted !== '' && !lower.includes(wanted.toLowerCase())) {
			throw new Finding('PAYOUT_UNREADABLE', { case: 'noColumn', column: wanted });
		}
		const names = wanted === '' ? HEADINGS[column] : [wanted.toLowerCase()];
		const place = lower.findIndex((heading) => names.includes(heading));
		return place < 0 ? [] : [[column, place]];
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
