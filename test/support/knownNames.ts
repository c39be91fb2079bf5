import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

const ROOT = path.join(__dirname, '..', '..');
/** What gives a template its items: our nodes with what they decide by, and the services they ask. */
const GIVERS = ['bookkeeping', 'nodes', 'sandbox'];

function addNamesOf(file: string, names: Set<string>): void {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
	const add = (node: ts.Node): void => {
		const { name } = node as { name?: ts.Node };
		const isMember =
			ts.isPropertySignature(node) ||
			ts.isPropertyAssignment(node) ||
			ts.isShorthandPropertyAssignment(node);
		if (isMember && name && ts.isIdentifier(name)) names.add(name.text);
		if (ts.isStringLiteral(node)) names.add(node.text);
		ts.forEachChild(node, add);
	};
	add(source);
}

function read(): ReadonlySet<string> {
	const names = new Set<string>();
	for (const folder of GIVERS) {
		const files = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' });
		for (const file of files.filter((one) => one.endsWith('.ts'))) {
			addNamesOf(path.join(ROOT, folder, file), names);
		}
	}
	return names;
}

let found: ReadonlySet<string> | undefined;

/**
 * Every name that our code gives a field or a value: names of properties, and texts. What a template
 * reads by another name, nothing ever gives it.
 */
export const knownNames = (): ReadonlySet<string> => (found ??= read());
