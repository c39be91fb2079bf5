import * as kinds from '../../../bookkeeping/settings/kinds';
import type { Setting } from '../../../bookkeeping/settings/declaration';

const about = { title: 'Title' };
const size = kinds.choice({
	...{ ...about, usual: 'small' },
	choices: [
		{ value: 'small', name: 'Small' },
		{ value: 'large', name: 'Large' },
	],
});
const row = { name: kinds.text(about), size };

const settings = {
	text: kinds.text(about),
	optionalText: kinds.optionalText(about),
	list: kinds.list({ ...about, usual: ['a'] }),
	number: kinds.wholeNumber({ ...about, usual: 14, min: 0, max: 999 }),
	percentage: kinds.percentage({ ...about, proposed: 21 }),
	onOff: kinds.onOff(about),
	size,
	chosen: kinds.requiredChoice({ ...about, proposed: 'a', choices: [{ value: 'a', name: 'A' }] }),
	pick: kinds.pick({ ...about, from: 'debtors' }),
	optionalPick: kinds.optionalPick({ ...about, from: 'costCentres' }),
	rows: kinds.rows({ ...about, item: 'row', add: 'Add', fields: row }),
	someRows: kinds.requiredRows({
		...about,
		item: 'row',
		add: 'Add',
		fields: row,
		whenNone: 'None',
	}),
	accounts: kinds.accounts({
		...about,
		fields: { one: kinds.pick({ ...about, from: 'debtors' }) },
	}),
	options: kinds.collection({ ...about, fields: { size } }),
	spread: kinds.spread({ ...about, fields: { size } }),
} satisfies Record<string, Setting>;
type Name = keyof typeof settings;

test.each<[Name, unknown, unknown]>([
	['text', ' x ', 'x'],
	['optionalText', ' ', undefined],
	['optionalText', undefined, undefined],
	['list', undefined, ['a']],
	['list', [' b '], ['b']],
	['list', [], []],
	['number', undefined, 14],
	['number', 999, 999],
	['percentage', 0, 0],
	['percentage', 5.5, 5.5],
	['onOff', undefined, false],
	['size', undefined, 'small'],
	['optionalPick', '', undefined],
	['rows', undefined, []],
	['rows', [{ name: 'x' }], [{ name: 'x', size: 'small' }]],
	['accounts', undefined, undefined],
	['options', undefined, { size: 'small' }],
	['options', {}, { size: 'small' }],
	['spread', { size: 'large' }, { size: 'large' }],
])('%s reads %j as %j', (name, value, read) => {
	expect(settings[name].schema.parse(value)).toEqual(read);
});

test.each<[Name, unknown, string]>([
	['text', '', 'may not be empty'],
	['text', 1, 'must be a text'],
	['list', 'a', 'must be a list of texts'],
	['list', [''], 'may not hold an empty text'],
	['number', 1.5, 'must be a whole number'],
	['number', -1, 'must be 0 at least'],
	['number', 1000, 'must be 999 at most'],
	['number', '14', 'must be a number'],
	['percentage', 100.5, 'must be 100 at most'],
	['onOff', 'yes', 'must be true or false'],
	['size', 'huge', 'must be one of small, large'],
	['chosen', 'b', 'must be one of a'],
	['pick', ' ', 'may not be empty'],
	['rows', {}, 'must be a list of rows'],
	['someRows', [], 'None'],
	['accounts', { one: '' }, 'may not be empty'],
	['options', 'x', 'must be an object'],
])('%s does not take %j: %s', (name, value, message) => {
	const result = settings[name].schema.safeParse(value);
	expect(result.success ? '' : result.error.issues.map((issue) => issue.message)).toEqual([
		message,
	]);
});

test('the node proposes what is usual', () => {
	const proposed = (name: Name) => {
		const { shown } = settings[name] as Setting;
		return 'proposed' in shown ? shown.proposed : undefined;
	};
	expect(
		['text', 'list', 'number', 'percentage', 'onOff', 'size', 'pick'].map((name) =>
			proposed(name as Name),
		),
	).toEqual([...['', ['a'], 14, 21, false, 'small', '']]);
});
