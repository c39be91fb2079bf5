import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { resources } from '../../../nodes/SnelStart/resources';
import operations from '../../fixtures/snelstart/operations.json';
import { apiTable, page } from './apiTable';
import { cases } from './crudCases';

const offered = Object.entries(resources).flatMap(([resource, { operations: own }]) =>
	Object.keys(own).map((operation) => `${resource}.${operation}`),
);

it('the table names each of the 96 operations of the API once', () => {
	expect(operations).toHaveLength(96);
	expect(apiTable.map(({ api }) => api).sort()).toEqual([...operations].sort());
});

it('what is left out has a reason and is reached by the custom API call', () => {
	const leftOut = apiTable.filter(({ node }) => node === undefined);
	expect(leftOut.map(({ api }) => api)).toEqual([
		'GET /authorization/HasUserAccessToAdministration',
		'GET /echo/{input}',
	]);
	for (const { reason } of leftOut) expect(reason).toMatch(/^Left out: .*`apiCall\.send`/);
});

it.each(apiTable.filter(({ node }) => node !== undefined))(
	'$api is $node, which the node offers and $test runs',
	({ node, test }) => {
		expect(offered).toContain(node);
		const file = join(__dirname, test);
		expect(existsSync(file)).toBe(true);
		if (test === 'crud.test.ts') {
			expect(cases.map((one) => `${one.resource}.${one.operation}`)).toContain(node);
		} else {
			expect(readFileSync(file, 'utf8')).toContain(node!.split('.')[0]);
		}
	},
);

it.each(offered)('%s stands on the page', (operation) => {
	expect(page).toContain(`\`${operation}\``);
});
