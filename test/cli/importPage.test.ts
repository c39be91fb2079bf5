import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
const read = (...parts: string[]): string => readFileSync(path.join(ROOT, ...parts), 'utf8');

it('explains every code of the command, and no other', () => {
	const codes = [...read('cli', 'trouble.ts').matchAll(/^\t([A-Z][A-Z0-9_]+):/gm)].map((m) => m[1]);
	const [, table = ''] = read('docs', 'import.md').split('## Codes');
	const explained = [...table.matchAll(/^\| `([A-Z0-9_]+)`/gm)].map((match) => match[1]);
	expect(explained.sort()).toEqual(codes.sort());
	expect(codes.length).toBeGreaterThan(10);
});
