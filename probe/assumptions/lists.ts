import { assumption } from '../assumption';
import { isTaken, rowsOf, textAt } from '../call';
import { NotTried } from '../notTried';
import { bookEntry } from '../salesEntry';

/** What `$top` above the page size does. */
export const pageClip = assumption({
	id: 'page-clip',
	theme: 'lists',
	question: 'Is $top above the page size refused?',
	facts: ['SS-310', 'SS-311'],
	findings: {
		clipped: {
			holds: true,
			says: 'took it, and gives what fits on a page',
			sandbox: { topAboveMaximum: 'clip' },
		},
		refused: {
			says: 'refused it',
			sandbox: { topAboveMaximum: 'refuse' },
			follows: 'Nothing to set: pages are never asked larger than documented.',
		},
	},
	async steps({ ask }) {
		const answer = await ask({ method: 'GET', path: '/grootboeken', query: { $top: '501' } });
		return { finding: isTaken(answer) ? 'clipped' : 'refused' };
	},
});

/** Look-ups ask for one value fewer, and take a page of fewer rows for the last. */
const smallestCutPage = 25;

/** Whether a page has fewer rows than were asked for, though there are more. */
export const pageCut = assumption({
	id: 'page-cut',
	theme: 'lists',
	question: 'Is a page cut to fewer rows than the 500 that are asked for?',
	facts: ['SS-311'],
	measures: ['pageClip'],
	findings: {
		whole: { holds: true, says: 'gave all', sandbox: { pageClip: null } },
		cut: {
			says: 'cut it to 25 rows or more',
			follows: 'Nothing to set: from 25 rows on, lists are read until a page is empty.',
		},
		tooShort: {
			says: 'cut it to fewer than 25 rows',
			follows: 'Do not go live: a page of fewer than 25 rows is taken for the last. Report it.',
		},
	},
	async steps({ ask }) {
		const pageAfter = async (skip: number): Promise<number> => {
			const query = { $top: '500', ...(skip > 0 && { $skip: String(skip) }) };
			return rowsOf((await ask({ method: 'GET', path: '/grootboeken', query })).body).length;
		};
		const rows = await pageAfter(0);
		const more = rows > 0 && rows < 500 ? await pageAfter(rows) : 0;
		if (more === 0) return { finding: 'whole' };
		return {
			finding: rows < smallestCutPage ? 'tooShort' : 'cut',
			sandbox: { pageClip: rows },
			measured: `at most ${rows} rows`,
		};
	},
});

const partsAtLeast = 24;
const partsAtMost = 60;

/** How many parts a filter may have. */
export const filterSize = assumption({
	id: 'filter-size',
	theme: 'lists',
	question: 'Is a filter of 60 parts taken? Invoice numbers are looked up 24 at a time.',
	facts: ['SS-301'],
	measures: ['maxFilterNodes'],
	findings: {
		taken: { holds: true, says: 'took it', sandbox: { maxFilterNodes: null } },
		limited: {
			says: 'took 24, but not 60',
			follows: 'Nothing to set: 24 numbers are asked at once.',
		},
		tooSmall: {
			says: 'did not take 24',
			follows: 'Do not go live: invoice numbers are looked up 24 at a time. Report it.',
		},
	},
	async steps({ ask }) {
		// Short names and numbers, so that the address stays short as well.
		const filterOf = (count: number): string =>
			Array.from({ length: count }, (_, index) => `Nummer eq ${index}`).join(' or ');
		const answerTo = async (count: number) =>
			await ask({ method: 'GET', path: '/grootboeken', query: { $filter: filterOf(count) } });
		const most = await answerTo(partsAtMost);
		if (isTaken(most)) return { finding: 'taken' };
		const words = `${textAt(most.body, 'Message')}${textAt(most.body, 'message')}`;
		const named = Number(/'(\d+)'/.exec(words)?.[1] ?? NaN);
		const nodes = Number.isFinite(named) ? named : 4 * partsAtLeast;
		const least = await answerTo(partsAtLeast);
		return {
			finding: isTaken(least) ? 'limited' : 'tooSmall',
			sandbox: { maxFilterNodes: nodes },
			measured: `at most ${nodes} parts`,
		};
	},
});

/** Whether a filter finds what begins with a text. */
export const beginnings = assumption({
	id: 'starts-with',
	theme: 'lists',
	question: 'Does a filter find numbers and names by their beginning (startswith)?',
	facts: ['SS-301'],
	findings: {
		found: {
			holds: true,
			says: 'found an invoice and a customer, and nothing by another beginning',
			sandbox: { startsWith: 'accept' },
		},
		refused: {
			says: 'refused the filter',
			sandbox: { startsWith: 'refuse' },
			follows:
				'Nothing to set: every number is looked up by itself, which takes some four calls more per hundred orders. Report it.',
		},
		wrong: {
			says: 'took the filter, but did not go by the beginning',
			follows:
				'Do not go live: ten and more invoice numbers that follow each other are looked up by their beginning. Report it.',
		},
	},
	async steps(bench) {
		const { number } = await bookEntry(bench);
		const name = bench.mark();
		await bench.make('/relaties', { naam: name, relatiesoort: ['Klant'] }, name);
		const tried = [
			{ path: '/verkoopfacturen', field: 'Factuurnummer', text: number },
			{ path: '/relaties', field: 'Naam', text: name },
		];
		for (const { path, field, text } of tried) {
			// Its own beginning, and one that is only in its middle.
			for (const [beginning, isThere] of [
				[text.slice(0, -1), true],
				[text.slice(1), false],
			] as const) {
				const query = { $filter: `startswith(${field}, '${beginning}') eq true` };
				const answer = await bench.ask({ method: 'GET', path, query });
				if (!isTaken(answer)) return { finding: 'refused' };
				const key = path === '/relaties' ? 'naam' : 'factuurnummer';
				const isFound = rowsOf(answer.body).some((row) => textAt(row, key) === text);
				if (isFound !== isThere) return { finding: 'wrong' };
			}
		}
		return { finding: 'found' };
	},
});

/** Whether a filter finds what holds a text anywhere. */
export const middles = assumption({
	id: 'substring-of',
	theme: 'lists',
	question: 'Does a filter find names by their middle (substringof)?',
	facts: ['SS-301'],
	findings: {
		found: {
			holds: true,
			says: 'found a ledger account, and nothing by another text',
			sandbox: { substringOf: 'accept' },
		},
		refused: {
			says: 'refused the filter',
			sandbox: { substringOf: 'refuse' },
			follows:
				'Nothing to set: a business is found by its e-mail address only where that stands alone on its card. Report it.',
		},
		wrong: {
			says: 'took the filter, but did not go by the text',
			follows:
				'Nothing to set: a business is found by its e-mail address only where that stands alone on its card. Report it.',
		},
	},
	async steps({ ask }) {
		const path = '/grootboeken';
		const [first] = rowsOf((await ask({ method: 'GET', path })).body);
		const name = textAt(first, 'omschrijving');
		if (name.length < 3) throw new NotTried('The administration shows no ledger account by name.');
		for (const [middle, isThere] of [
			[name.slice(1, -1), true],
			[`${name}${name}`, false],
		] as const) {
			const $filter = `substringof('${middle.replaceAll("'", "''")}', Omschrijving) eq true`;
			const answer = await ask({ method: 'GET', path, query: { $filter } });
			if (!isTaken(answer)) return { finding: 'refused' };
			const isFound = rowsOf(answer.body).some((row) => textAt(row, 'omschrijving') === name);
			if (isFound !== isThere) return { finding: 'wrong' };
		}
		return { finding: 'found' };
	},
});

/** How long an address may be; tried in these steps. */
const lengths = [1900, 2300, 4200, 8200];

/** How long an address may be. */
export const urlLength = assumption({
	id: 'url-length',
	theme: 'lists',
	question: 'How long may an address with its filter be?',
	facts: ['SS-301'],
	measures: ['longestUrl'],
	findings: {
		usual: {
			holds: true,
			says: 'took 1,900 characters, and not 2,300',
			sandbox: { longestUrl: 2048 },
		},
		longer: { says: 'took more than 2,300 characters' },
		tooShort: {
			says: 'did not take 1,900 characters',
			follows: 'Do not go live: look-ups of 24 invoice numbers need about that. Report it.',
		},
	},
	async steps({ ask }) {
		let longest = 0;
		for (const length of lengths) {
			const before = "Factuurnummer eq ''".length + '$filter='.length;
			const $filter = `Factuurnummer eq '${'P'.repeat(length - before - 60)}'`;
			const answer = await ask({ method: 'GET', path: '/verkoopfacturen', query: { $filter } });
			if (!isTaken(answer)) break;
			longest = length;
		}
		if (longest === 0) return { finding: 'tooShort', sandbox: { longestUrl: 1800 } };
		if (longest === 1900) return { finding: 'usual' };
		const isLast = longest === lengths.at(-1);
		return {
			finding: 'longer',
			sandbox: { longestUrl: isLast ? null : longest },
			measured: `${longest} characters taken`,
		};
	},
});
