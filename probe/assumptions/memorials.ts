import { assumption } from '../assumption';
import type { Bench } from '../fixtures';
import { centsAt, isTaken, rowsOf, textAt, type ProbeAnswer } from '../call';
import { NotTried } from '../notTried';
import { bookEntry, invoicesOf } from '../salesEntry';

interface Lines {
	/** Cents, positive is a debit. */
	ledger?: Array<{ account: { id: string }; debit: number }>;
	/** Cents as they are sent. */
	sales?: Array<{ entryId: string; amount: number }>;
}

const memorial = async (bench: Bench, lines: Lines): Promise<ProbeAnswer> =>
	(await namedMemorial(bench, lines)).answer;

async function namedMemorial(
	bench: Bench,
	{ ledger = [], sales = [] }: Lines,
): Promise<{ name: string; answer: ProbeAnswer }> {
	const name = bench.mark();
	const answer = await bench.post(
		'/memoriaalboekingen',
		{
			datum: `${bench.fixtures.today()}T00:00:00`,
			dagboek: await bench.fixtures.journal('Memoriaal'),
			boekstuk: name,
			omschrijving: name,
			memoriaalBoekingsRegels: ledger.map(({ account, debit }) => ({
				omschrijving: `${name} line`,
				grootboek: account,
				debet: Math.max(debit, 0) / 100,
				credit: Math.max(-debit, 0) / 100,
			})),
			verkoopboekingBoekingsRegels: sales.map(({ entryId, amount }) => ({
				boekingId: { id: entryId },
				omschrijving: name,
				bedrag: amount / 100,
			})),
		},
		name,
	);
	return { name, answer };
}

const balance = (bench: Bench) =>
	bench.fixtures.account('TussenrekeningBetalingen', 'Kruisposten', 'Diversen');
const openOf = async (bench: Bench, number: string): Promise<number | undefined> =>
	centsAt((await invoicesOf(bench, number))[0], 'openstaandSaldo');

/** By which sign a memorial settles. */
export const memorialSign = assumption({
	id: 'memorial-sign',
	theme: 'payments',
	question: 'By which sign does a memorial lower what is open of a sales entry?',
	facts: ['SS-462', 'SS-463'],
	findings: {
		positive: {
			holds: true,
			says: 'lowered it by a positive amount',
			sandbox: { memorialSign: 'positive' },
		},
		negative: {
			says: 'lowered it by a negative amount',
			sandbox: { memorialSign: 'negative' },
			follows:
				'Set the Entry Kind of payment methods and payout providers to Bank or Cash, and leave the Set-Off Journal empty: memorials would be booked with the wrong sign.',
		},
		never: {
			says: 'took neither sign',
			follows:
				'Set the Entry Kind of payment methods and payout providers to Bank or Cash, and leave the Set-Off Journal empty.',
		},
	},
	async steps(bench) {
		const { id, number } = await bookEntry(bench);
		const account = await balance(bench);
		const open = await openOf(bench, number);
		if (open === undefined) throw new NotTried('The invoice shows no open amount.');
		for (const [finding, amount] of [
			['positive', 100],
			['negative', -100],
		] as const) {
			const lines = { ledger: [{ account, debit: 100 }], sales: [{ entryId: id, amount }] };
			if (!isTaken(await memorial(bench, lines))) continue;
			const now = await openOf(bench, number);
			if (now === open - 100) return { finding };
			if (now === open + 100) return { finding: finding === 'positive' ? 'negative' : 'positive' };
			throw new NotTried('The memorial was taken, but what is open is the same.');
		}
		return { finding: 'never' };
	},
});

/** Whether one line makes a memorial. */
export const memorialSingleLine = assumption({
	id: 'memorial-single-line',
	theme: 'payments',
	question: 'Is a memorial of one line refused?',
	facts: ['SS-462'],
	findings: {
		refused: { holds: true, says: 'refused it', sandbox: { memorialSingleLine: 'refuse' } },
		taken: {
			says: 'took it, though it does not balance',
			sandbox: { memorialSingleLine: 'accept' },
			follows: 'Nothing to set: memorials always balance. SnelStart does not guard it.',
		},
	},
	async steps(bench) {
		const ledger = [{ account: await balance(bench), debit: 1 }];
		return { finding: isTaken(await memorial(bench, { ledger })) ? 'taken' : 'refused' };
	},
});

/** Whether a credit note can be settled with its invoice without money. */
export const setOff = assumption({
	id: 'set-off',
	theme: 'payments',
	question: 'Does a memorial without ledger lines settle an invoice with its credit note?',
	facts: ['SS-462', 'D-SET-OFF'],
	findings: {
		settled: { holds: true, says: 'settled both', sandbox: { setOffByMemorial: 'accept' } },
		refused: {
			says: 'refused it',
			sandbox: { setOffByMemorial: 'refuse' },
			follows:
				'Leave the Set-Off Journal empty: credit notes of unpaid orders stay open, and the bookkeeper settles them by hand.',
		},
	},
	async steps(bench) {
		const sale = await bookEntry(bench);
		const credit = await bookEntry(bench, { lines: [-100], vat: -21 });
		const sales = (sign: number) => [
			{ entryId: sale.id, amount: 121 * sign },
			{ entryId: credit.id, amount: -121 * sign },
		];
		const answer = await memorial(bench, { sales: sales(1) });
		if (!isTaken(answer)) return { finding: 'refused' };
		const open = [await openOf(bench, sale.number), await openOf(bench, credit.number)];
		if (open.every((cents) => cents === 0)) return { finding: 'settled' };
		// With the other sign of memorials both grow: the shape is taken all the same.
		if (open[0] === 242 && open[1] === -242) return { finding: 'settled' };
		throw new NotTried('The memorial was taken, but the invoices were not settled.');
	},
});

/** By what a payment is found again that shares a memorial with others. */
export const mutationTexts = assumption({
	id: 'mutation-texts',
	theme: 'payments',
	question:
		'Do ledger mutations show the document number of their memorial and the text of their line?',
	facts: ['SS-209', 'SS-465'],
	findings: {
		line: { holds: true, says: 'showed both', sandbox: { mutationTexts: 'line' } },
		entry: {
			says: 'showed the number, and the text of the whole memorial',
			sandbox: { mutationTexts: 'entry' },
			follows:
				'With day totals set the Entry Kind of payment methods to Bank or Cash: payments that share a memorial could not be told apart after a run that broke off, and would need attention.',
		},
		none: {
			says: 'did not show the number',
			follows:
				'Set the Entry Kind of payment methods and payout providers to Bank or Cash: memorials could not be found again.',
		},
	},
	async steps(bench) {
		const account = await balance(bench);
		const ledger = [
			{ account, debit: 100 },
			{ account, debit: -100 },
		];
		const { name, answer } = await namedMemorial(bench, { ledger });
		if (!isTaken(answer)) throw new NotTried('A memorial that balances was refused.');
		const query = { $filter: `Boekstuk eq '${name}'` };
		const { body } = await bench.ask({ method: 'GET', path: '/grootboekmutaties', query });
		const texts = rowsOf(body).map((row) => textAt(row, 'omschrijving'));
		if (texts.length === 0) return { finding: 'none' };
		return { finding: texts.every((text) => text === `${name} line`) ? 'line' : 'entry' };
	},
});

/** The one-entry form of a day's turnover, as till connectors book it. */
export const turnoverInMemorial = assumption({
	id: 'turnover-in-memorial',
	theme: 'payments',
	question: 'Are turnover and its VAT taken against receipts in one memorial?',
	facts: ['SS-234', 'SS-463'],
	findings: {
		taken: {
			holds: true,
			says: 'took it',
			sandbox: { turnoverInMemorial: 'accept' },
			follows:
				'Look at the VAT return before relying on it: lines of a memorial carry no VAT rate, so the turnover may be missing in its box. Day totals book a sales entry, which has that rate.',
		},
		refused: {
			says: 'refused it',
			sandbox: { turnoverInMemorial: 'refuse' },
			follows: 'Nothing to set: day totals are booked as sales entries.',
		},
	},
	async steps(bench) {
		const ledger = [
			{ account: await balance(bench), debit: 121 },
			{ account: await bench.fixtures.account('VerkopenOmzetHoog'), debit: -100 },
			{ account: await bench.fixtures.account('BtwAfTeDragenHoog'), debit: -21 },
		];
		return { finding: isTaken(await memorial(bench, { ledger })) ? 'taken' : 'refused' };
	},
});
