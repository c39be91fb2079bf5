import { expiredClaim, stateNames } from '../../bookkeeping';
import * as stateSets from '../../bookkeeping/orderTable/states';
import { eachTemplate, textsIn, type Template } from './templates';

interface Condition {
	keyName: string;
	condition: string;
	keyValue: string;
}

/** What says whose row it is: another value is another client's, shop's or order's. */
const WHOSE = ['client', 'shop', 'orderKey', 'documentKey', 'claimId'];

/** The one page that shows every client: it asks for rows that have one. */
const OF_ALL_CLIENTS = 'Office dashboard';

const rowNodes = ({ nodes }: Template) =>
	nodes
		.filter(({ type, parameters }) => type.endsWith('.dataTable') && parameters.resource === 'row')
		.map(({ name, parameters }) => {
			const { conditions = [] } = (parameters.filters ?? {}) as { conditions?: Condition[] };
			const { value = {} } = (parameters.columns ?? {}) as { value?: Record<string, unknown> };
			const { value: table } = parameters.dataTableId as { value: string };
			return { name, table, conditions, values: value };
		});
/** What a migration of past orders can be, beside the states of the order table. */
const OF_MIGRATIONS = ['running', 'done', 'stopped'];
const isKnown = (state: string, table = ''): boolean =>
	(table === 'Migrations' ? OF_MIGRATIONS : (stateNames as readonly string[])).includes(state);

const { claimable, open, triedAgain, reviewed, finished, unfinished, heldBack, toCome } = stateSets;
const { ofTotals, fixedInTotal, outsideTotals } = stateSets;
const said = (states: readonly string[]): string => [...states].sort().join(' ');
/** The sets of states that `bookkeeping/orderTable/states` decides by. */
const SETS = [
	...[claimable, open, triedAgain, reviewed, finished, unfinished, outsideTotals],
	...[
		['', ...heldBack],
		['', ...toCome],
		['', ...ofTotals],
		['', ...fixedInTotal],
		['waiting', ...triedAgain],
	],
].map(said);
/** What a summary counts under other names than those of states. */
const COUNTED: Record<string, readonly string[]> = {
	waiting: toCome,
	tryAgain: heldBack,
	credited: ['booked'],
	refundsBooked: ['booked'],
};
const LIST_OF_STATES = /\[([^[\]]*)\]\.includes\([^)]*\.(?:state|result)\)/g;
const listsIn = (text: string): string[][] =>
	[...text.matchAll(LIST_OF_STATES)].map(([, list]) =>
		[...list!.matchAll(/'(\w+)'/g)].map(([, one]) => one!),
	);

interface Assignments {
	assignments?: { assignments?: Array<{ name: string; value: unknown }> };
}

describe.each(eachTemplate)('%s', (_, template) => {
	it('asks for a set of states only as the order table decides by it', () => {
		for (const { name, table, conditions } of rowNodes(template)) {
			const not = conditions
				.filter((one) => one.keyName === 'state' && one.condition === 'neq')
				.map(({ keyValue }) => keyValue);
			if (table !== 'WebshopOrders' || not.length === 0) continue;
			const left = stateNames.filter((state) => !not.includes(state));
			expect([name, SETS]).toEqual([name, expect.arrayContaining([said(left)])]);
		}
	});

	it('counts under the name of a state the rows of that state', () => {
		for (const { name: node, parameters } of template.nodes) {
			for (const { name, value } of (parameters as Assignments).assignments?.assignments ?? []) {
				if (String(value).includes("$('Find payouts done')")) continue;
				for (const list of listsIn(String(value))) {
					const states = COUNTED[name] ?? [name];
					expect([node, name, said(list)]).toEqual([node, name, said(states)]);
				}
			}
		}
	});

	it('knows the payouts that are done by the states that are finished', () => {
		for (const { name, parameters } of template.nodes) {
			const lists = textsIn(parameters)
				.filter((text) => text.includes("$('Find payouts done')"))
				.flatMap(listsIn);
			expect([name, lists.map(said)]).toEqual([name, lists.map(() => said(finished))]);
		}
	});

	// A run that died may have sent what it claimed: whoever frees it must look it up first.
	it('lets a claim expire only as one that may have been sent', () => {
		for (const { name, conditions, values } of rowNodes(template)) {
			if (!conditions.some(({ keyName }) => keyName === 'updatedAt') || !('state' in values))
				continue;
			expect([name, values]).toEqual([name, { ...expiredClaim }]);
		}
	});

	it('asks for one state, or for none of several, and only for states that there are', () => {
		for (const { name, table, conditions } of rowNodes(template)) {
			const about = conditions.filter(
				({ keyName, keyValue }) => keyName === 'state' && !keyValue.startsWith('='),
			);
			for (const { keyValue } of about) {
				expect([name, keyValue, isKnown(keyValue, table)]).toEqual([name, keyValue, true]);
			}
			const how = new Set(about.map(({ condition }) => condition));
			expect([name, how.size]).toEqual([name, Math.min(1, about.length)]);
			const values = about.map(({ keyValue }) => keyValue);
			expect([name, new Set(values).size]).toEqual([name, values.length]);
			if (how.has('eq')) expect([name, about.length]).toEqual([name, 1]);
		}
	});

	it('writes only states that there are', () => {
		for (const { name, table, values } of rowNodes(template)) {
			const state = values.state;
			if (typeof state !== 'string' || state.startsWith('=')) continue;
			expect([name, state, isKnown(state, table)]).toEqual([name, state, true]);
		}
	});

	it('compares a state in an expression only with states that there are', () => {
		const expressions = textsIn(template.nodes.map(({ parameters }) => parameters));
		for (const expression of expressions.filter((text) => text.startsWith('='))) {
			const compared = [...expression.matchAll(/\bstate\b\)? ?[!=]== ?'(\w+)'/g)].map(
				([, one]) => one!,
			);
			const lists = [...expression.matchAll(/\[([^[\]]*)\]\.includes\([^)]*\bstate\)/g)];
			const listed = lists.flatMap(([, list]) =>
				[...list!.matchAll(/'(\w+)'/g)].map(([, one]) => one!),
			);
			expect(
				[...compared, ...listed].filter(
					(state) => !isKnown(state) && !OF_MIGRATIONS.includes(state),
				),
			).toEqual([]);
		}
	});

	it('asks whose row it is by equality, or by how its key begins', () => {
		for (const { name, conditions } of rowNodes(template)) {
			for (const { keyName, condition } of conditions.filter((one) =>
				WHOSE.includes(one.keyName),
			)) {
				const ofOne = template.name === OF_ALL_CLIENTS ? /^neq$/ : /^eq$/;
				const ways = { orderKey: /^(eq|like|=.*)$/, documentKey: /^(eq|=.*)$/ }[keyName] ?? ofOne;
				expect([name, keyName, condition]).toEqual([name, keyName, expect.stringMatching(ways)]);
			}
		}
	});

	it('writes a column that code decided from the field of its name', () => {
		for (const { name, values } of rowNodes(template)) {
			for (const [column, value] of Object.entries(values)) {
				const field = /^=\{\{ .*\.(?:row|record|reason)\.(\w+) \}\}$/.exec(String(value))?.[1];
				if (field === undefined || (column === 'creditedAt' && field === 'bookedAt')) continue;
				expect([name, column, field]).toEqual([name, column, column]);
			}
		}
	});
});
