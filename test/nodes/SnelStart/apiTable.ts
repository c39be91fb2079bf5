import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ApiRow {
	/** `GET /relaties/{id}` */
	api: string;
	/** `relation.get`; undefined when the operation is left out. */
	node: string | undefined;
	/** Why it is left out. */
	reason: string;
	/** A file in this folder. */
	test: string;
}

export const page = readFileSync(join(__dirname, '../../../docs/snelstart-api.md'), 'utf8');

const unquoted = (cell: string): string => cell.replace(/`/g, '');

/** The table of the manual that says where every operation of the API is in the node. */
export const apiTable: ApiRow[] = page
	.split('\n')
	.filter((line) => /^\| `(GET|POST|PUT|DELETE) /.test(line))
	.map((line) => {
		const [, api = '', node = '', test = ''] = line.split('|').map((cell) => cell.trim());
		const isOffered = /^`\w+\.\w+`$/.test(node);
		return {
			api: unquoted(api),
			node: isOffered ? unquoted(node) : undefined,
			reason: isOffered ? '' : node,
			test: unquoted(test),
		};
	});
