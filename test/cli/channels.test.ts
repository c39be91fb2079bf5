import path from 'node:path';

import { tellOfMuteWorkflows } from '../../cli/channels';
import { startReport } from '../../cli/report';
import { readTemplates } from '../../cli/templates';
import type { WorkflowJson } from '../../cli/workflowJson';

const told = (templates: WorkflowJson[]): string[] => {
	const report = startReport();
	tellOfMuteWorkflows(
		templates.map((stored) => ({ wanted: { key: stored.name }, stored })),
		report,
	);
	return report.changes.map(({ action, name }) => `${action} ${name}`);
};

test('alerts and digest as they come have no channel, and that is told', async () => {
	const templates = await readTemplates(path.join(__dirname, '..', '..'));
	expect(told(templates)).toEqual(['mute Alerts', 'mute Daily digest']);
});

test('one with a channel is not named', async () => {
	const templates = await readTemplates(path.join(__dirname, '..', '..'));
	const text = JSON.stringify(templates).replace(
		/("name":"channel","type":"string","value":)""/g,
		'$1"mail"',
	);
	expect(told(JSON.parse(text) as WorkflowJson[])).toEqual([]);
});
