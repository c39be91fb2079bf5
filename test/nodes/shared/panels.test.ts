import { readFileSync } from 'node:fs';
import path from 'node:path';

import { JouwWeb } from '../../../nodes/JouwWeb/JouwWeb.node';
import { JouwWebTrigger } from '../../../nodes/JouwWeb/JouwWebTrigger.node';
import { SnelStart } from '../../../nodes/SnelStart/SnelStart.node';
import { SnelStartTrigger } from '../../../nodes/SnelStart/SnelStartTrigger.node';
import { WebshopSettings } from '../../../nodes/WebshopSettings/WebshopSettings.node';
import { WooCommerce } from '../../../nodes/WooCommerce/WooCommerce.node';
import { WooCommerceStoreTrigger } from '../../../nodes/WooCommerce/WooCommerceStoreTrigger.node';

const NODES = path.resolve(__dirname, '..', '..', '..', 'nodes');

/** The subtitle as n8n works it out for what is chosen in the panel. */
function evaluated(expression: string | undefined, chosen: object): unknown {
	const inside = /^=\{\{(.*)\}\}$/.exec(expression ?? '')?.[1] ?? '';
	// n8n ends an expression at the first two braces in a row.
	expect(inside).not.toContain('}}');
	const evaluate = new Function('$parameter', `return ${inside}`) as (chosen: object) => unknown;
	return evaluate(chosen);
}

test.each([
	[WooCommerce, 'order', 'getMany', 'Get many orders'],
	[JouwWeb, 'order', 'getMany', 'Get many orders'],
	[SnelStart, 'salesEntry', 'book', 'Book sales entries'],
	[SnelStart, 'salesEntry', '=unknown', ''],
	[SnelStart, '=unknown', 'book', ''],
])('%p says %s %s in words on the canvas', (Node, resource, operation, words) => {
	const { description } = new Node();
	expect(evaluated(description.subtitle, { resource, operation })).toBe(words);
});

test.each([
	[WooCommerceStoreTrigger, { events: ['created', 'refunded'] }, 'Order Created, Order Refunded'],
	[SnelStartTrigger, { event: 'invoicePaid' }, 'Invoice (Verkoopfactuur) Paid'],
	[JouwWebTrigger, { event: '=unknown' }, ''],
])('%p says what it waits for in words', (Node, chosen, words) => {
	expect(evaluated(new Node().description.subtitle, chosen)).toBe(words);
});

test('the settings node says after a run of it alone that nothing is saved', () => {
	const [hint] = new WebshopSettings().description.hints ?? [];
	expect(hint).toMatchObject({ location: 'outputPane', whenToDisplay: 'afterExecution' });
	expect(hint!.message).toContain('saves nothing');
});

test.each(['factuur', 'btw', 'boeking'])('"%s" finds nodes in the node creator', (word) => {
	const aliases = ['SnelStart/SnelStart', 'WebshopTransformer/WebshopTransformer'].map((node) =>
		readFileSync(path.join(NODES, `${node}.node.json`), 'utf8').toLowerCase(),
	);
	for (const known of aliases) expect(known).toContain(`"${word}"`);
});
