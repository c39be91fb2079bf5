import type { INodePropertyOptions } from 'n8n-workflow';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { SnelStart } from '../../../nodes/SnelStart/SnelStart.node';
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

describe('the operations in the manual of the node', () => {
	const manual = readFileSync(join(__dirname, '../../../docs/snelstart.md'), 'utf8');
	const rows = manual
		.slice(manual.indexOf('## Operations'), manual.indexOf('### Lists'))
		.split('\n')
		.filter((line) => line.startsWith('| '))
		.slice(1)
		.map((line) => line.split('|').map((cell) => cell.trim()));
	const { properties } = new SnelStart().description;
	const choices = (name: string, resource?: string): INodePropertyOptions[] =>
		properties.find(
			(property) =>
				property.name === name &&
				(resource === undefined || property.displayOptions?.show?.resource?.includes(resource)),
		)!.options as INodePropertyOptions[];

	it.each(choices('resource').map(({ name, value }) => [name, String(value)]))(
		'%s: exactly those of the panel, by name',
		(name, resource) => {
			const named = rows
				.filter(([, label]) => label!.toLowerCase() === name.toLowerCase())
				.flatMap(([, , operations]) => operations!.replace(/\*/g, '').split(', '));
			const offeredNames = choices('operation', resource).map((option) => option.name);
			expect(named.sort()).toEqual([...offeredNames].sort());
			expect(offeredNames).toEqual([...offeredNames].sort((a, b) => a.localeCompare(b)));
		},
	);

	it('resources stand in the order of the alphabet', () => {
		const names = choices('resource').map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
	});
});

it.each(offered)('%s stands on the page', (operation) => {
	expect(page).toContain(`\`${operation}\``);
});
