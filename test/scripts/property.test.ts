import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../scripts/setUp.js';
import type * as Property from '../support/property';

const PROPERTY = 'test/support/property.ts';

const tests = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'test', 'scripts'], {
	cwd: ROOT,
	encoding: 'utf8',
})
	.split('\n')
	.filter((file) => file.endsWith('.ts') && file !== PROPERTY && existsSync(path.join(ROOT, file)))
	.map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));
const withText = (pattern: RegExp): string[] =>
	tests.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

test('generated tests take fast-check and their number of cases from one place', () => {
	expect(withText(/from 'fast-check'|\bPROPERTY_(?:RUNS|SEED)\b(?!\)\\b)/)).toEqual([
		'test/scripts/property.test.ts',
	]);
	const asserts = withText(/\bfc\.assert\(/);
	expect(asserts.length).toBeGreaterThan(10);
	expect(withText(/\bnumRuns: (?!runs\(|RUNS\b)/)).toEqual([]);
});

const VARIABLES = ['PROPERTY_RUNS', 'PROPERTY_SEED', 'GENERATED_AT_MOST'];
const given = { ...process.env };
afterAll(() => Object.assign(process.env, given));

/** The numbers that a test draws in such an environment. */
function drawn(environment: Record<string, string>): number[] {
	for (const name of VARIABLES) delete process.env[name];
	Object.assign(process.env, environment);
	const all: number[] = [];
	jest.isolateModules(() => {
		const { fc, runs } = jest.requireActual<typeof Property>('../support/property');
		const each = fc.property(fc.nat(), (one) => {
			all.push(one);
		});
		fc.assert(each, { numRuns: runs(5, 50) });
		fc.resetConfigureGlobal();
	});
	return all;
}

test('the cases are always the same, and new ones when more or others are asked for', () => {
	const usual = drawn({});
	expect(usual).toHaveLength(5);
	expect(drawn({})).toEqual(usual);
	expect(drawn({ PROPERTY_SEED: '2' })).not.toEqual(usual);
	expect(drawn({ PROPERTY_SEED: '2' })).toEqual(drawn({ PROPERTY_SEED: '2' }));
	const [once, again] = [drawn({ PROPERTY_RUNS: '20' }), drawn({ PROPERTY_RUNS: '20' })];
	expect([once.length, again.length]).toEqual([20, 20]);
	expect(once).not.toEqual(again);
	expect(drawn({ PROPERTY_RUNS: '1000' })).toHaveLength(50);
	expect(drawn({ PROPERTY_RUNS: '1000', GENERATED_AT_MOST: '3' })).toHaveLength(3);
});
