import { assumption } from '../assumption';
import type { Bench } from '../fixtures';
import { at, isTaken } from '../call';
import { NotTried } from '../notTried';

async function card(bench: Bench, more: object = {}) {
	const name = bench.mark();
	const body = { naam: name, relatiesoort: ['Klant'], ...more };
	const answer = await bench.make('/relaties', body, name);
	return { body, id: String(at(answer.body, 'id')), code: Number(at(answer.body, 'relatiecode')) };
}

const half = { vestigingsAdres: { straat: 'Proefweg 1', plaats: 'Proefstad' } };

/** Whether an address may be filled in by half. */
export const partialAddresses = assumption({
	id: 'partial-address',
	theme: 'cards',
	question: 'Is an address refused of which some fields are empty?',
	facts: ['SS-443'],
	findings: {
		refused: {
			holds: true,
			says: 'refused it on a new card and on one that is changed',
			sandbox: { partialAddresses: 'refuse' },
		},
		refusedNew: {
			says: 'refused it on a new card only',
			sandbox: { partialAddresses: 'refuseNew' },
			follows: 'Nothing to set: an address that is refused is left out and reported.',
		},
		taken: {
			says: 'took it',
			sandbox: { partialAddresses: 'accept' },
			follows: 'Nothing to set: cards get what the shop has of an address.',
		},
	},
	async steps(bench) {
		const { id, body } = await card(bench);
		const name = bench.mark();
		const isNewTaken = isTaken(
			await bench.post('/relaties', { naam: name, relatiesoort: ['Klant'], ...half }, name),
		);
		if (isNewTaken) return { finding: 'taken' };
		const changed = await bench.ask({
			method: 'PUT',
			path: `/relaties/${id}`,
			body: { ...body, id, ...half },
		});
		return { finding: isTaken(changed) ? 'refusedNew' : 'refused' };
	},
});

/** Whether a supplier may become a customer too. */
export const supplierToCustomer = assumption({
	id: 'supplier-to-customer',
	theme: 'cards',
	question: 'May a supplier be made a customer too?',
	facts: ['SS-445'],
	findings: {
		taken: { holds: true, says: 'made it both', sandbox: { supplierToCustomer: 'accept' } },
		refused: {
			says: 'refused it',
			sandbox: { supplierToCustomer: 'refuse' },
			follows:
				'Suppliers that also buy in the shop need a card of their own as customer: make it in SnelStart with their e-mail address.',
		},
	},
	async steps(bench) {
		const { id, body } = await card(bench, { relatiesoort: ['Leverancier'] });
		const answer = await bench.ask({
			method: 'PUT',
			path: `/relaties/${id}`,
			body: { ...body, id, relatiesoort: ['Leverancier', 'Klant'] },
		});
		return { finding: isTaken(answer) ? 'taken' : 'refused' };
	},
});

/** Whether codes of new cards go up. */
export const relationCodes = assumption({
	id: 'relation-codes',
	theme: 'cards',
	question: 'Do the codes of new cards go up, so that of two cards the older has the lower code?',
	facts: ['SS-446'],
	findings: {
		up: { holds: true, says: 'gave a higher code each time', sandbox: { relationCodes: 'up' } },
		gaps: {
			says: 'gave a lower code that was free again',
			sandbox: { relationCodes: 'fillGaps' },
			follows:
				'Of customers with two cards the lower code is not always the older one: join double cards in SnelStart.',
		},
	},
	async steps(bench) {
		const first = await card(bench);
		const second = await card(bench);
		if (![first.code, second.code].every(Number.isFinite)) {
			throw new NotTried('New cards show no code.');
		}
		await bench.ask({ method: 'DELETE', path: `/relaties/${first.id}` });
		const third = await card(bench);
		return { finding: first.code < second.code && second.code < third.code ? 'up' : 'gaps' };
	},
});

/** What term a card has that was made without one. */
export const termOfNewCard = assumption({
	id: 'card-term',
	theme: 'cards',
	question: 'Which payment term (krediettermijn) has a card that was made without one?',
	facts: ['SS-447'],
	measures: ['termOfNewCard'],
	findings: {
		zero: {
			holds: true,
			says: 'wrote 0 on it, which counts as no term of its own',
			sandbox: { termOfNewCard: 0 },
		},
		none: {
			says: 'wrote none on it',
			sandbox: { termOfNewCard: null },
			follows:
				'Nothing to set: 0 counts as no term too. Who means "at once" by 0 on a card sets it per payment method (Payment Terms).',
		},
		days: {
			says: 'wrote a term of its own on it',
			follows:
				'Leave Payment Term of the Card off, or every new customer gets that term instead of Payment Term (Days).',
		},
	},
	async steps(bench) {
		const { id } = await card(bench);
		const { body } = await bench.ask({ method: 'GET', path: `/relaties/${id}` });
		const term = at(body, 'krediettermijn');
		if (term === undefined || term === null) return { finding: 'none' };
		const days = Number(term);
		if (!Number.isFinite(days)) throw new NotTried('A card does not show its term as a number.');
		if (days === 0) return { finding: 'zero' };
		return { finding: 'days', sandbox: { termOfNewCard: days }, measured: `${days} days` };
	},
});
