import { assumption } from '../assumption';
import type { Bench } from '../fixtures';
import { centsAt, isTaken, textAt, type ProbeAnswer } from '../call';
import { NotTried } from '../notTried';
import { bookEntry, invoicesOf } from '../salesEntry';

/** Pays an entry by a bank entry. */
async function pay(bench: Bench, entryId: string, cents: number): Promise<ProbeAnswer> {
	const name = bench.mark();
	return await bench.post(
		'/bankboekingen',
		{
			datum: `${bench.fixtures.today()}T00:00:00`,
			dagboek: await bench.fixtures.journal('Bank'),
			boekstuk: name,
			omschrijving: name,
			bedragOntvangen: cents / 100,
			bedragUitgegeven: 0,
			grootboekBoekingsRegels: [],
			verkoopboekingBoekingsRegels: [
				{ boekingId: { id: entryId }, omschrijving: name, debet: 0, credit: cents / 100 },
			],
		},
		name,
	);
}

async function mustPay(bench: Bench, entryId: string, cents: number): Promise<void> {
	const answer = await pay(bench, entryId, cents);
	if (!isTaken(answer)) throw new NotTried('A bank entry that pays an entry was refused.');
}

/** What SnelStart does with more money than is open. */
export const overpayment = assumption({
	id: 'overpayment',
	theme: 'payments',
	question: 'Is a payment taken that is a cent more than is open?',
	facts: ['SS-812'],
	findings: {
		taken: { holds: true, says: 'took it', sandbox: { overpayment: 'accept' } },
		refused: {
			says: 'refused it',
			sandbox: { overpayment: 'refuse' },
			follows: 'Nothing to set: payments of more than is open are shown instead of booked.',
		},
	},
	async steps(bench) {
		const { id } = await bookEntry(bench);
		await mustPay(bench, id, 100);
		return { finding: isTaken(await pay(bench, id, 22)) ? 'taken' : 'refused' };
	},
});

/** Whether a paid entry may be replaced. */
export const paidUpdate = assumption({
	id: 'paid-update',
	theme: 'entries',
	question: 'May a sales entry be replaced (PUT) after it was paid?',
	facts: ['SS-811'],
	findings: {
		taken: { holds: true, says: 'replaced it', sandbox: { paidEntryUpdate: 'accept' } },
		refused: {
			says: 'refused it',
			sandbox: { paidEntryUpdate: 'refuse' },
			follows: 'Nothing to set: booked entries are credited, never replaced.',
		},
	},
	async steps(bench) {
		const { id, body } = await bookEntry(bench);
		await mustPay(bench, id, 121);
		const changed = { ...body, id, omschrijving: `${body.omschrijving} again` };
		const path = `/verkoopboekingen/${id}`;
		const answer = await bench.ask({ method: 'PUT', path, body: changed });
		return { finding: isTaken(answer) ? 'taken' : 'refused' };
	},
});

/** What moves `modifiedOn` of an invoice. */
export const paymentMoves = assumption({
	id: 'payment-moves-invoice',
	theme: 'payments',
	question: 'Does a payment move modifiedOn of its invoice?',
	facts: ['SS-503'],
	findings: {
		still: { holds: true, says: 'left it', sandbox: { paymentMovesModifiedOn: false } },
		moved: {
			says: 'moved it',
			sandbox: { paymentMovesModifiedOn: true },
			follows: 'Nothing to set: what is open is compared anyway.',
		},
	},
	async steps(bench) {
		const { id, number } = await bookEntry(bench);
		const [before] = await invoicesOf(bench, number);
		await bench.wait(2_000);
		await mustPay(bench, id, 121);
		const [after] = await invoicesOf(bench, number);
		if (centsAt(after, 'openstaandSaldo') !== 0) {
			throw new NotTried('The payment did not settle the invoice.');
		}
		const isSame = textAt(before, 'modifiedOn') === textAt(after, 'modifiedOn');
		return { finding: isSame ? 'still' : 'moved' };
	},
});

/** How the UBL of an invoice is answered. */
export const ubl = assumption({
	id: 'ubl',
	theme: 'bodies',
	question: 'How is the UBL of an invoice answered?',
	facts: ['SS-203'],
	findings: {
		list: { holds: true, says: 'gave a list of files', sandbox: { ublAnswer: 'list' } },
		xml: {
			says: 'gave the XML itself',
			sandbox: { ublAnswer: 'xml' },
			follows: 'Nothing to set: Download UBL reads both.',
		},
		other: { says: 'gave neither', follows: 'Do without Download UBL, and report it.' },
	},
	async steps(bench) {
		const { number } = await bookEntry(bench);
		const [invoice] = await invoicesOf(bench, number);
		const path = `/verkoopfacturen/${textAt(invoice, 'id')}/ubl`;
		const { status, body } = await bench.ask({ method: 'GET', path });
		if (status === 200 && Array.isArray(body)) return { finding: 'list' };
		const isXml = typeof body === 'string' && body.trimStart().startsWith('<');
		return { finding: isXml ? 'xml' : 'other' };
	},
});
