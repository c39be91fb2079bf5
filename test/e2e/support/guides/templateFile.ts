import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../../../scripts/setUp.js';

const FOLDER = path.join(ROOT, 'workflows');

/** The file of a template. @throws Error when there is no template of this name */
export function templateFile(name: string): string {
	const file = readdirSync(FOLDER).find((one) => {
		if (!one.endsWith('.json')) return false;
		const { name: own } = JSON.parse(readFileSync(path.join(FOLDER, one), 'utf8')) as object & {
			name: string;
		};
		return own === name;
	});
	if (file === undefined) throw new Error(`No template is called "${name}"`);
	return path.join(FOLDER, file);
}
