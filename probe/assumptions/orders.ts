import { assumption } from '../assumption';
import type { Bench } from '../fixtures';
import { at, centsAt, codesOf, isTaken, textAt, type ProbeAnswer } from '../call';
import { NotTried } from '../notTried';
import { isGone } from '../takeBack';

const factoryLength = 10;

/** What the administration says of article codes. */
async function codeRules({ fixtures }: Bench): Promise<{ kind: string; most: number }> {
	const company = await fixtures.company();
	const most = Number(at(company, 'artikelcodeMaxLengte'));
	const kind = textAt(company, 'artikelcodeSoort');
	if (!Number.isInteger(most) || most < 1 || kind === '') {
		throw new NotTried('The administration does not say how long article codes are.');
	}
	return { kind, most };
}

/** Digits that nobody else uses: the clock, and a count. */
function codeOf(bench: Bench, length: number): string {
	const count = bench.mark().split('-').at(-1) ?? '';
	const digits = `${Math.floor(bench.now().getTime() / 1000) % 10 ** 6}${count.padStart(3, '0')}`;
	return digits.padStart(length, '9').slice(-length);
}

async function article(bench: Bench, code: string): Promise<ProbeAnswer> {
	const name = bench.mark();
	const artikelOmzetgroep = await bench.fixtures.revenueGroup();
	const body = { artikelcode: code, omschrijving: name, artikelOmzetgroep, verkoopprijs: 0.12 };
	return await bench.post('/artikelen', body, name);
}

/** What article codes may hold. */
export const articleCodes = assumption({
	id: 'article-codes',
	theme: 'orders',
	question: 'Are article codes as long as the administration says, and no longer?',
	facts: ['SS-435'],
	measures: ['itemCodeMaxLength', 'itemCodeKind'],
	findings: {
		asSaid: { holds: true, says: 'kept to what the administration says' },
		longer: { says: 'took a code that is longer than the administration says' },
		shorter: {
			says: 'refused a code as long as the administration says',
			follows: 'Keep SKUs shorter than the administration allows, and report it.',
		},
	},
	async steps(bench) {
		const { kind, most } = await codeRules(bench);
		const fits = isTaken(await article(bench, codeOf(bench, most)));
		const isLongerTaken = isTaken(await article(bench, codeOf(bench, most + 1)));
		const isFactory = kind === 'Numeriek' && most === factoryLength;
		return {
			finding: isLongerTaken ? 'longer' : fits ? 'asSaid' : 'shorter',
			sandbox: { itemCodeKind: kind, itemCodeMaxLength: most },
			measured: `${kind}, at most ${most} characters${isFactory ? ', as SnelStart delivers it: SKUs with letters do not fit' : ''}`,
		};
	},
});

/** How the VAT of a sales order is rounded. */
export const orderRounding = assumption({
	id: 'order-rounding',
	theme: 'orders',
	question: 'Is the VAT of a sales order rounded per rate or per line?',
	facts: ['SS-225', 'SS-226'],
	findings: {
		perRate: {
			holds: true,
			says: 'rounded once per rate',
			sandbox: { orderVatRounding: 'perRate' },
		},
		perLine: {
			says: 'rounded every line',
			sandbox: { orderVatRounding: 'perLine' },
			follows:
				'With Document "Sales Order" choose the Price Entry "inclusive", so that the total does not depend on rounding.',
		},
	},
	async steps(bench) {
		// 3 × 0.12 is 0.36; 21% of it 0.0756, of one line 0.0252.
		const total = centsAt((await salesOrder(bench)).body, 'totaalInclusiefBtw');
		if (total === 44) return { finding: 'perRate' };
		if (total === 45) return { finding: 'perLine' };
		throw new NotTried(`The order's total is ${String(total)} cents, expected 44 or 45.`);
	},
});

/** A sales order of three lines of 0.12 at 21%. */
async function salesOrder(bench: Bench): Promise<ProbeAnswer> {
	const { most } = await codeRules(bench);
	const made = await article(bench, codeOf(bench, most));
	if (!isTaken(made)) throw new NotTried('An article was refused.');
	const name = bench.mark();
	const regel = {
		artikel: { id: textAt(made.body, 'id') },
		omschrijving: name,
		stuksprijs: 0.12,
		aantal: 1,
	};
	return await bench.make(
		'/verkooporders',
		{
			relatie: await bench.fixtures.customer(),
			datum: `${bench.fixtures.today()}T00:00:00`,
			omschrijving: name,
			verkooporderBtwIngaveModel: 'Exclusief',
			regels: [regel, regel, regel],
		},
		name,
	);
}

/** Whether an undo may delete sales orders. */
export const orderDelete = assumption({
	id: 'order-delete',
	theme: 'orders',
	question: 'May a sales order that nobody invoiced be deleted, and is it gone then?',
	facts: ['SS-202', 'SS-228'],
	findings: {
		gone: {
			holds: true,
			says: 'deleted it, and has it no more',
			sandbox: { orderDelete: 'accept' },
		},
		kept: {
			says: 'kept it',
			sandbox: { orderDelete: 'refuse' },
			follows:
				'Undo bookings cannot take sales orders back: delete them in SnelStart, and report it.',
		},
	},
	async steps(bench) {
		const path = `/verkooporders/${textAt((await salesOrder(bench)).body, 'id')}`;
		await bench.ask({ method: 'DELETE', path });
		const answer = await bench.ask({ method: 'GET', path });
		if (isTaken(answer)) return { finding: 'kept' };
		if (isGone(answer)) return { finding: 'gone' };
		const codes = codesOf(answer).join(', ');
		throw new NotTried(`Whether the sales order is there was not answered: ${codes}.`);
	},
});
