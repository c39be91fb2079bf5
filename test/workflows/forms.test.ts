import { formTextIn } from '../../bookkeeping';
import { templates } from './templates';

/** What people read of a form trigger. */
const SAID = ['formTitle', 'formDescription', 'fieldLabel', 'option', 'placeholder', 'buttonLabel'];

function said(value: unknown, key = ''): string[] {
	if (typeof value === 'string') return SAID.includes(key) ? [value] : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, part]) =>
		said(part, Array.isArray(value) ? key : name),
	);
}

const forms = templates.flatMap(({ name, nodes }) =>
	nodes
		.filter(({ type }) => type === 'n8n-nodes-base.formTrigger')
		.map(({ parameters }) => [name, said(parameters)] as const),
);

it.each(forms)('%s: says nothing that it cannot say in both languages', (name, texts) => {
	const shop = /WooCommerce|JouwWeb/.exec(name)?.[0];
	expect(texts.length).toBeGreaterThan(7);
	const isWord = (text: string) => /\p{L}/u.test(text);
	expect(texts.filter((text) => isWord(text) && formTextIn('en', text, shop) === text)).toEqual([]);
});

it('finds the forms', () => {
	expect(forms.map(([name]) => name)).toEqual([
		'Migrate orders JouwWeb',
		'Migrate orders WooCommerce',
		'Orders from a file',
		'Payout upload CSV',
		'Undo bookings',
	]);
});
