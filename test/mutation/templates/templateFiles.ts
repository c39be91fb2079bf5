import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { mutantsOf, type Mutant } from './mutants';
import type { FlowJson } from './places';

const SHIPPED = path.join('workflows');

export interface MutantOfFile extends Mutant {
	file: string;
	id: string;
}

const read = (file: string): FlowJson =>
	JSON.parse(readFileSync(path.join(SHIPPED, file), 'utf8')) as FlowJson;

export const templateFiles: readonly string[] = readdirSync(SHIPPED)
	.filter((file) => file.endsWith('.json'))
	.sort();

/** The same template for the other shop: both are made from one source. */
function twinOf(file: string): string | undefined {
	const twin = file.includes('woocommerce')
		? file.replace('woocommerce', 'jouwweb')
		: file.replace('jouwweb', 'woocommerce');
	return twin !== file && templateFiles.includes(twin) ? twin : undefined;
}

/** All faults of all templates, in a fixed order; what two shops share is counted once. */
export function allMutants(only = ''): MutantOfFile[] {
	const seen = new Set<string>();
	return templateFiles
		.toReversed()
		.filter((file) => file.includes(only))
		.flatMap((file) =>
			mutantsOf(read(file)).map((mutant) => ({ ...mutant, file, id: `${file}: ${mutant.what}` })),
		)
		.filter(({ file, what }) => {
			const shared = `${[file, twinOf(file) ?? file].sort()[0]}: ${what}`;
			return seen.has(shared) ? false : seen.add(shared);
		});
}

/**
 * A folder with all templates, in which a fault can be put. A fault of a template that exists for
 * two shops is put in both: otherwise the test that compares the two would notice every one.
 */
export class FaultyFolder {
	readonly path = mkdtempSync(path.join(tmpdir(), 'webshop-snelstart-templates-'));

	constructor() {
		for (const file of templateFiles) this.restore(file);
	}

	/** @returns the files that have the fault */
	put({ file, apply }: MutantOfFile): string[] {
		return [file, twinOf(file)].filter(
			(one) => one !== undefined && this.change(one, apply),
		) as string[];
	}

	restore(file: string): void {
		writeFileSync(path.join(this.path, file), readFileSync(path.join(SHIPPED, file)));
	}

	remove(): void {
		rmSync(this.path, { recursive: true, force: true });
	}

	private change(file: string, apply: Mutant['apply']): boolean {
		const flow = read(file);
		if (!apply(flow)) return false;
		writeFileSync(path.join(this.path, file), `${JSON.stringify(flow, null, 2)}\n`);
		return true;
	}
}
