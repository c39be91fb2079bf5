import { readFileSync } from 'node:fs';
import path from 'node:path';

import { OLDEST_N8N, TESTED_N8N } from '../../bookkeeping';
import { ROOT } from '../../scripts/setUp.js';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

test('the README names the n8n that everything is tested with and the oldest', () => {
	const readme = read('README.md');
	for (const version of [TESTED_N8N, OLDEST_N8N]) expect(readme).toContain(version);
});

test('the recipe of the n8n of demo and tests is the version that is named', () => {
	const { dependencies } = JSON.parse(read('scripts/n8n-runtime/package.json')) as {
		dependencies: Record<string, string>;
	};
	expect(dependencies.n8n).toBe(TESTED_N8N);
});
