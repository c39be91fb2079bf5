import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

import { entryOf } from '../../bookkeeping/codes/register';
import { ROOT } from '../../scripts/setUp.js';

/** Words that look like a code of ours and are somebody else's. */
const OTHERS: Record<string, string[]> = {
	'error codes of Node': ['EAI_AGAIN', 'UND_ERR_HEADERS_TIMEOUT'],
	'environment variables of n8n': [
		'N8N_DATA_TABLES_MAX_SIZE_BYTES',
		'N8N_PUBLIC_API_DISABLED',
		'WEBHOOK_URL',
	],
	'answers of VIES, and why there is none': [
		'HTTP_',
		'INVALID_INPUT',
		'INVALID_REQUESTER_INFO',
		'IP_BLOCKED',
		'NOT_ASKED',
		'NOT_UNDERSTOOD',
		'NO_ANSWER',
		'VAT_BLOCKED',
	],
	'starts of codes that end as the error code of Node': [
		'SHOP_UNREACHABLE_',
		'JOUWWEB_UNREACHABLE_',
	],
};
const others = Object.values(OTHERS).flat();

const WORD = /(?<![A-Za-z0-9_$.{-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]*)+(?![A-Za-z0-9])/g;
const wordsIn = (text: string): string[] => text.match(WORD) ?? [];

function literalsIn(source: ts.SourceFile): string[] {
	const texts: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) texts.push(node.text);
		if (ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) texts.push(node.text);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return texts;
}

const filesIn = (folder: string, ending: string): string[] =>
	readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith(ending))
		.map((file) => path.join(folder, file));

const textsOf = (file: string): string[] => {
	const content = readFileSync(path.join(ROOT, file), 'utf8');
	return file.endsWith('.json')
		? [content]
		: literalsIn(ts.createSourceFile(file, content, ts.ScriptTarget.Latest));
};
const sources = [
	...['nodes', 'templates', 'bookkeeping', 'credentials'].flatMap((folder) =>
		filesIn(folder, '.ts'),
	),
	...filesIn('workflows', '.json'),
];
const used = sources.flatMap((file) =>
	textsOf(file)
		.flatMap(wordsIn)
		.map((word) => ({ word, file })),
);

test('every code in nodes, templates, workflows and bookkeeping stands in the register', () => {
	const unknown = used.filter(({ word }) => entryOf(word) === undefined && !others.includes(word));
	expect([...new Set(unknown.map(({ word, file }) => `${word} in ${file}`))]).toEqual([]);
});

test('a code that nobody declared is noticed, in a string, a sentence or an expression', () => {
	const seen = (text: string) =>
		literalsIn(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest)).flatMap(wordsIn);
	expect(seen("const code = 'NO_SUCH_CODE';")).toEqual(['NO_SUCH_CODE']);
	expect(seen('const text = `={{ $json.code ?? "NO_SUCH" }} ${1} is ODD_CODE.`;')).toEqual([
		'NO_SUCH',
		'ODD_CODE',
	]);
	expect(seen('const NO_CODE = NO_STRING;')).toEqual([]);
});

test('what is somebody else’s is still used', () => {
	expect(others.filter((word) => !used.some((one) => one.word === word))).toEqual([]);
});
