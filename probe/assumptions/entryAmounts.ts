import { assumption } from '../assumption';
import { isTaken, textAt } from '../call';
import { NotTried } from '../notTried';
import { bookEntry, invoicesOf, tryEntry } from '../salesEntry';

/** Whether an entry has to add up to the cent. */
export const exactSum = assumption({
	id: 'exact-sum',
	theme: 'entries',
	question: 'Is a sales entry refused when its amount departs from its lines and VAT by a cent?',
	facts: ['SS-412'],
	findings: {
		refused: { holds: true, says: 'refused it', sandbox: { sumCheck: 'exact' } },
		taken: {
			says: 'took it',
			sandbox: { sumCheck: 'centPerLine' },
			follows: 'Nothing to set: entries are always exact. SnelStart does not guard it.',
		},
	},
	async steps(bench) {
		await bookEntry(bench);
		return { finding: isTaken(await tryEntry(bench, { off: 1 })) ? 'taken' : 'refused' };
	},
});

const threeLines = [100, 100, 100];
const vat = 63;

/** How far the VAT of an entry may depart from rate × base. */
export const vatTolerance = assumption({
	id: 'vat-tolerance',
	theme: 'entries',
	question: 'How far may the VAT of an entry depart from rate × base?',
	facts: ['SS-415'],
	findings: {
		centPerLine: {
			holds: true,
			says: 'took a cent per line and no more',
			sandbox: { vatCheck: 'centPerLine' },
		},
		centPerRate: {
			says: 'took one cent per rate, however many lines',
			sandbox: { vatCheck: 'centPerRate' },
			follows:
				'Leave day totals off and let the shop round VAT at the subtotal: the VAT of many orders or lines together departs by more than a cent.',
		},
		none: {
			says: 'refused even one cent',
			sandbox: { vatCheck: 'exact' },
			follows:
				'Shops that round VAT per line will have entries refused (BOE-0069): let the shop round at the subtotal, and leave day totals off.',
		},
		notLookedAt: {
			says: 'took any amount of VAT',
			sandbox: { vatCheck: 'off' },
			follows: 'Nothing to set. Day totals need no extra lines for their VAT.',
		},
	},
	async steps(bench) {
		await bookEntry(bench, { lines: threeLines, vat });
		const takes = async (cents: number) =>
			isTaken(await tryEntry(bench, { lines: threeLines, vat: vat + cents }));
		if (await takes(50)) return { finding: 'notLookedAt' };
		if (await takes(2)) return { finding: 'centPerLine' };
		return { finding: (await takes(1)) ? 'centPerRate' : 'none' };
	},
});

/** Whether a line of 0.00 is refused. */
export const zeroLines = assumption({
	id: 'zero-lines',
	theme: 'entries',
	question: 'Is a line of 0.00 in a sales entry refused?',
	facts: ['SS-434'],
	findings: {
		refused: { holds: true, says: 'refused it', sandbox: { zeroLines: 'refuse' } },
		taken: {
			says: 'took it',
			sandbox: { zeroLines: 'accept' },
			follows: 'Nothing to set: lines of 0.00 are left out anyway.',
		},
	},
	async steps(bench) {
		await bookEntry(bench);
		return { finding: isTaken(await tryEntry(bench, { lines: [100, 0] })) ? 'taken' : 'refused' };
	},
});

/** With the line of its VAT one more than what is sent, where entries can be cut. */
const tooMany = 100;

/** Whether a long entry is answered. */
export const entryLength = assumption({
	id: 'entry-length',
	theme: 'entries',
	question: 'Does a sales entry of more than 100 lines get no answer, though it is made?',
	facts: ['SS-124'],
	findings: {
		givenUp: {
			holds: true,
			says: 'made it, and gave no answer',
			sandbox: { mostLines: tooMany },
		},
		answered: {
			says: 'answered',
			sandbox: { mostLines: null },
			follows: 'Nothing to set: day totals and payments have 100 lines at most anyway.',
		},
	},
	async steps(bench) {
		await bookEntry(bench);
		const number = bench.mark();
		const long = { number, lines: new Array<number>(tooMany).fill(100) };
		const answer = await tryEntry(bench, long).catch(() => undefined);
		if (answer) return { finding: 'answered' };
		const [invoice] = await invoicesOf(bench, number);
		if (invoice === undefined) throw new NotTried('An entry of 100 lines was not made.');
		// Nobody was told of it, and its customer cannot be taken back before it.
		const path = `/verkoopboekingen/${textAt(invoice, 'verkoopBoeking.id')}`;
		await bench.ask({ method: 'DELETE', path });
		return { finding: 'givenUp' };
	},
});
