import { guidFor } from '../../../sandbox/snelstart/identity';
import { openSnelStart, type Json } from '../../sandbox/client';
import { noonOfThe15th } from '../months';
import { cellsOf } from './rows';
import type { Stage } from './stage';

/** Rows of a comparison that are told whatever is booked, and of orders that could never be booked. */
const NO_DIFFERENCE = [
	'box',
	'icp',
	'oss',
	'clearing',
	'giftCardBalance',
	'summary',
	'notBookable',
];

/** A ledger account of the stand-in by its number. */
export const account = (number: number) => ({ id: guidFor('grootboek', String(number)) });

/**
 * Plants mistakes in SnelStart or the shop themselves, never in a draft, and reads what the template
 * that compares last month finds of them.
 */
export async function planting(stage: Stage) {
	const { snelStart, wooCommerce } = stage.sandbox;
	const books = await openSnelStart(snelStart);

	async function run(name: string, trigger: string): Promise<void> {
		const { error } = await stage.engine.run(name, trigger);
		if (error) throw error;
	}

	const checks = () => stage.engine.rows('PeriodChecks').map(cellsOf);

	/** Compares, and gives the differences as `[kind, order, invoice, euro, box]`. */
	async function found(): Promise<unknown[][]> {
		await run('Reconcile period WooCommerce', 'When clicked');
		return checks()
			.filter(({ kind }) => !NO_DIFFERENCE.includes(String(kind)))
			.map(({ kind, orderNumber, invoiceNumber, difference, box }) => [
				...[kind, orderNumber, invoiceNumber, difference, box],
			])
			.sort();
	}

	async function send(method: string, path: string, body?: unknown): Promise<Json> {
		const { status, text, json } = await books.send(method, path, body);
		if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
		return json;
	}

	return {
		run,
		found,
		send,
		/** A row of the last comparison. */
		told: (kind: string, about: Json = {}) =>
			checks().find((row) => Object.entries({ kind, ...about }).every(([k, v]) => row[k] === v)),

		/** What is found of a mistake, which is mended then. */
		async planted(plant: () => Promise<unknown>, mend: () => Promise<unknown>) {
			await plant();
			const differences = await found();
			await mend();
			return differences;
		},

		midMonth: () => noonOfThe15th(stage.now(), 1),

		/** An order of the shop is something else from now on. */
		changeOrder(id: number, changes: object): void {
			const order = wooCommerce.orders.find((one) => one.id === id)!;
			wooCommerce.putOrder({ ...structuredClone(order), ...changes });
		},

		/** The sales entry under a number, as SnelStart gives it. */
		async entry(number: string): Promise<Json> {
			const { salesEntries } = snelStart.books.summary();
			const { id } = salesEntries.find(({ factuurnummer }) => factuurnummer === number)!;
			return (await books.get(`/verkoopboekingen/${id}`)).json;
		},

		replace: (old: Json, changes: Json) =>
			send('PUT', `/verkoopboekingen/${old.id}`, { ...old, ...changes }),

		/** The same sales entry once more, with other things. */
		async copy(old: Json, changes: Json): Promise<Json> {
			const twin = { ...structuredClone(old), ...changes };
			for (const name of ['id', 'uri', 'modifiedOn', 'boekstuk']) delete twin[name];
			return await send('POST', '/verkoopboekingen', twin);
		},

		/** The memorial whose text names an order as a word, as SnelStart gives it. */
		async memorial(order: number, says = ''): Promise<Json> {
			const { memorialEntries } = snelStart.books.summary();
			const { id } = memorialEntries.find(
				({ omschrijving }) =>
					new RegExp(`\\b${order}\\b`).test(String(omschrijving)) &&
					String(omschrijving).includes(says),
			)!;
			return (await books.get(`/memoriaalboekingen/${String(id)}`)).json;
		},

		/** A memorial of ledger lines: text, account, debit less credit in euro. */
		byHand: (datum: string, lines: Array<[string, number, number]>) =>
			send('POST', '/memoriaalboekingen', {
				...{ dagboek: { id: guidFor('dagboeken', 5) }, datum, boekstuk: 'HAND' },
				omschrijving: 'By hand',
				memoriaalBoekingsRegels: lines.map(([omschrijving, number, euro]) => ({
					...{ omschrijving, grootboek: account(number) },
					...{ debet: Math.max(euro, 0), credit: Math.max(-euro, 0) },
				})),
			}),

		get: async (path: string): Promise<Json> => (await books.get(path)).json,
	};
}

export type Planting = Awaited<ReturnType<typeof planting>>;
