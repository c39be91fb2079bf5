import { startSandbox } from '../../sandbox';
import { book, consumer, draft } from '../nodes/SnelStart/support';
import { exactly } from './row';
import type { Row } from './row';

/** As many as an order sync hands over at once; it takes 1,500 at most. */
const ORDERS = 1_000;

/**
 * Calls to SnelStart per order, tokens aside, beside the fewest there can be: one POST per document and
 * one per new customer.
 */
export async function calls(): Promise<Row[]> {
	const sandbox = await startSandbox();
	const { snelStart } = sandbox;
	const bookAll = async (
		prefix: string,
		customerOf: (index: number) => number,
	): Promise<number> => {
		const drafts = Array.from({ length: ORDERS }, (_, index) => {
			const customer = customerOf(index);
			return draft(`${prefix}-${String(index).padStart(6, '0')}`, {
				customer: consumer({
					name: `Customer ${customer}`,
					email: `customer.${customer}@mail.example`,
				}),
			});
		});
		snelStart.journal.clear();
		const results = await book(sandbox, drafts);
		if (results.some(({ state }) => state !== 'booked')) throw new Error('Not all were booked.');
		const made = Object.values(snelStart.journal.calls());
		return made.reduce((sum, count) => sum + count, 0) / ORDERS;
	};
	const row = (customers: string, ours: number, fewest: number, most: number): Row => ({
		what: `SnelStart calls per order, ${ORDERS} orders, customers ${customers}`,
		against: 'one call per document and per new customer',
		unit: 'calls per order',
		ours: exactly(ours),
		theirs: exactly(fewest),
		aim: most / fewest,
	});
	try {
		snelStart.reset();
		snelStart.switches.limits = null;
		const fresh = await bookAll('A', (index) => index);
		const known = await bookAll('B', (index) => index);
		// Every fifth order is of somebody new.
		const mixed = await bookAll('C', (index) => (index % 5 === 0 ? ORDERS + index : index));
		return [
			row('known', known, 1, 1.05),
			row('new', fresh, 2, 2.05),
			row('80 % known', mixed, 1.2, 1.25),
		];
	} finally {
		await sandbox.stop();
	}
}
