import path from 'node:path';

import { CHECK, LIGHTS, SHOP } from '../../cli/checkShops';
import { readTemplates } from '../../cli/templates';

it('every set-up check has the node and the light that the command reads', async () => {
	const templates = await readTemplates(path.join(__dirname, '..', '..'));
	const checks = templates.filter(({ name }) => name.startsWith(CHECK));
	expect(checks.map(({ name }) => name)).toEqual([
		'Set-up check JouwWeb',
		'Set-up check WooCommerce',
	]);
	for (const { nodes } of checks) {
		expect(nodes.map(({ name }) => name)).toContain(LIGHTS);
		const lights = nodes.filter(({ parameters }) => {
			const set = parameters.assignments as
				| { assignments: Array<Record<string, unknown>> }
				| undefined;
			return set?.assignments.some(
				({ name, value }) =>
					name === 'check' && SHOP.every((text) => String(value).includes(`'${String(text)}'`)),
			);
		});
		expect(lights.map(({ name }) => name)).toEqual(['Shop light', 'Shop refused light']);
	}
});
