import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../scripts/setUp.js';

const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: ROOT, encoding: 'utf8' })
	.split('\n')
	.filter((file) => file !== '' && existsSync(path.join(ROOT, file)));

/** A page without its examples of code. */
const read = (file: string): string =>
	readFileSync(path.join(ROOT, file), 'utf8').replace(/^```[\s\S]*?^```/gm, '');

/** What GitHub calls a heading in an address. */
const anchorOf = (heading: string): string =>
	heading
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/[`*_]/g, '')
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\- ]/gu, '')
		.replace(/ /g, '-');

const anchors = (file: string): Set<string> =>
	new Set([...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!)));

const linksIn = (file: string): string[] =>
	[
		...read(file)
			.replace(/`[^`]*`/g, '')
			.matchAll(/\]\(([^)\s]+)\)/g),
	]
		.map(([, target]) => target!)
		.filter((target) => !/^(?:https?|mailto):/.test(target));

/** A link to what is not there, or to a heading that its page has not. */
function isDead(file: string, target: string): boolean {
	const [place = '', anchor] = target.split('#');
	const wanted = place === '' ? file : path.join(path.dirname(file), decodeURI(place));
	if (!existsSync(path.join(ROOT, wanted))) return true;
	return anchor !== undefined && wanted.endsWith('.md') && !anchors(wanted).has(anchor);
}

test.each(pages)('%s has no dead link', (file) => {
	expect(linksIn(file).filter((target) => isDead(file, target))).toEqual([]);
});

test('every page for shop owners is in the index of docs/nl', () => {
	const index = new Set(linksIn('docs/nl/README.md').map((target) => target.split('#')[0]));
	const own = pages.filter((file) => /^docs\/nl\/(?!README)/.test(file));
	expect(own.map((file) => path.basename(file)).filter((file) => !index.has(file))).toEqual([]);
});

/** Files of the project that a page names; those of the worked example are made by who follows it. */
const filesIn = (file: string): string[] =>
	[
		...read(file).matchAll(
			/`((?:bookkeeping|cli|nodes|probe|sandbox|scripts|templates|test)\/[\w./-]+\.(?:c?js|mjs|json|ts))`/g,
		),
	]
		.map(([, named]) => named!)
		.filter((named) => !named.includes('kraam'));

test.each(pages)('%s names no file that is not there', (file) => {
	expect(filesIn(file).filter((named) => !existsSync(path.join(ROOT, named)))).toEqual([]);
});

test('a dead link is found', () => {
	expect(isDead('README.md', 'docs/nothing.md')).toBe(true);
	expect(isDead('README.md', 'docs/vat.md#no-such-heading')).toBe(true);
	expect(isDead('README.md', 'docs/vat.md#at-home')).toBe(false);
});
