/**
 * A client's name that is mistyped, or was changed in one place only: each template that begins by
 * itself, by a form or by a click says so, instead of finding nothing for ever.
 */
import { wantedWorkflows } from '../../../cli/templates';
import type { WorkflowJson } from '../../../cli/workflowJson';
import { guidFor } from '../../../sandbox/snelstart/identity';
import { startStage, type Stage } from '../../support/flow/stage';
import { templateNamed, templates, type Template } from '../templates';

/** What tells it in another way, or has to go on. */
const GOES_ON: Record<string, string> = {
	Alerts: 'tells of any run that fails, whoever it was for',
	'Answer questions about orders': 'a chat: it says that it found nothing',
	'Preview orders JouwWeb': 'shows what becomes of orders by settings that were not saved yet',
	'Preview orders WooCommerce': 'shows what becomes of orders by settings that were not saved yet',
	'Set-up check JouwWeb': 'has a light for it',
	'Set-up check WooCommerce': 'has a light for it',
};

let stage: Stage;

const namesClient = ({ nodes }: Template) => {
	const values = nodes.find(({ name }) => name === 'Your values');
	return JSON.stringify(values?.parameters ?? {}).includes('"my-client"');
};
const leadsToValues = ({ connections }: Template, from: string): boolean =>
	(connections[from]?.main ?? []).some((targets) =>
		(targets ?? []).some(({ node }) => node === 'Your values'),
	);
/** A trigger that leads elsewhere asks nothing about a client. */
const starts = (template: Template) =>
	template.nodes.filter(
		({ name, type }) => type.endsWith('Trigger') && leadsToValues(template, name),
	);
const forAClient = templates.filter(namesClient).map(({ name }) => name);
const refusing = forAClient.filter((name) => !(name in GOES_ON));

beforeAll(async () => {
	stage = await startStage((client) => {
		const relationId = guidFor('relatie', 1000);
		const file = { shop: 'file', kind: 'other' as const, invoiceNumberPrefix: 'F' };
		const shops = client.settings.shops.map((one) => ({ ...one, paper: 'orderSheet' as const }));
		return {
			...client,
			orderFiles: {},
			shops: { ...client.shops, woocommerce: { ...client.shops.woocommerce!, realtime: true } },
			values: { ...client.values, 'Tell the shop WooCommerce': { numbers: 'yes' } },
			settings: {
				...client.settings,
				shops: [...shops, { ...file, statusesToBook: ['exported'] }],
				dayTotals: [{ shop: 'woocommerce', numberPrefix: 'WDAG', relationId }],
			},
		};
	});
});
afterAll(async () => await stage?.sandbox.stop());

it('knows every exception', () => {
	expect(forAClient).toEqual(expect.arrayContaining(Object.keys(GOES_ON)));
});

it.each(refusing)('%s', async (name) => {
	const all = structuredClone(templates) as unknown as WorkflowJson[];
	const key = wantedWorkflows(all, stage.client)
		.map((wanted) => wanted.key)
		.find((one) => [name, `${name} (file)`].includes(one))!;
	stage.engine.fillIn(key, { client: 'mistyped' });
	const { snelStart, wooCommerce, jouwWeb } = stage.sandbox;
	const asked = () =>
		[snelStart, wooCommerce, jouwWeb].map(({ journal }) => journal.entries.length);
	const before = asked();
	const triggers = starts(templateNamed(name));
	expect(triggers).not.toEqual([]);
	for (const trigger of triggers) {
		const { error } = await stage.engine.run(key, trigger.name);
		expect([trigger.name, error?.message]).toEqual([
			trigger.name,
			expect.stringMatching(/^CLIENT_NOT_SAVED: .*mistyped/),
		]);
	}
	expect(asked()).toEqual(before);
});

it.each(Object.keys(GOES_ON).filter((name) => name.startsWith('Set-up check')))(
	'%s: a red light',
	async (name) => {
		stage.engine.fillIn(name, { client: 'mistyped' });
		const done = await stage.engine.run(name, 'When clicked');
		expect(done.items('Settings light')).toMatchObject([
			{ ok: false, found: expect.stringContaining('mistyped') as string },
		]);
	},
);
