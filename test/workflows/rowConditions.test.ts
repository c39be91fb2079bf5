import { stateNames } from '../../bookkeeping';
import { eachTemplate, textsIn, type Template } from './templates';

interface Condition {
	keyName: string;
	condition: string;
	keyValue: string;
}

/** What says whose row it is: another value is another client's, shop's or order's. */
const WHOSE = ['client', 'shop', 'orderKey', 'documentKey', 'claimId'];

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

describe.each(eachTemplate)('%s', (_, template) => {
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
				const ways = keyName === 'orderKey' ? /^(eq|like|=.*)$/ : /^eq$/;
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
