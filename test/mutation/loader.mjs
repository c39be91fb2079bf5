import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

import ts from 'typescript';

const compilerOptions = {
	module: ts.ModuleKind.CommonJS,
	target: ts.ScriptTarget.ES2022,
	esModuleInterop: true,
};

/** Stands for no test. */
const LOADING = 'loading';

/**
 * Makes `load(file)`: the exports of a TypeScript file of the project, and `reset()`: what the
 * project's modules remember in maps of their own is as it was after loading, so that nothing one
 * mutant left in a cache meets the next. Loading everything again would do the same, a hundred times slower.
 */
export function createLoader(root) {
	const modules = new Map();
	const resets = [];
	let loading = 0;

	const RecordedMap = new Proxy(Map, {
		construct(target, given) {
			const map = new target(...given);
			if (loading > 0) {
				const entries = [...map];
				resets.push(() => {
					map.clear();
					for (const [key, value] of entries) map.set(key, value);
				});
			}
			return map;
		},
	});

	class RecordedWeakMap {
		constructor() {
			const renew = () => (this.map = new WeakMap());
			renew();
			if (loading > 0) resets.push(renew);
		}
		get = (key) => this.map.get(key);
		set = (key, value) => this.map.set(key, value);
		has = (key) => this.map.has(key);
		delete = (key) => this.map.delete(key);
	}

	// What a test file runs of the money rules while it is loaded, for its tables, is not a test yet.
	const asLoading = (file, run) => {
		const state = (globalThis.__stryker__ ??= {});
		const before = state.currentTestId;
		state.currentTestId = path.relative(root, file).startsWith('test') ? LOADING : undefined;
		run();
		state.currentTestId = before;
		delete state.mutantCoverage?.perTest[LOADING];
	};

	const find = (file) => [`${file}.ts`, path.join(file, 'index.ts'), file].find(existsSync) ?? file;

	const load = (file) => {
		const loaded = modules.get(file);
		if (loaded) return loaded.exports;
		const module = { exports: {} };
		modules.set(file, module);
		const folder = path.dirname(file);
		const outside = createRequire(file);
		const require = (name) => {
			const wanted = name.startsWith('.') ? find(path.resolve(folder, name)) : name;
			return wanted.endsWith('.ts') && wanted.startsWith(root) ? load(wanted) : outside(wanted);
		};
		const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions });
		const names = 'exports, require, module, __filename, __dirname, Map, WeakMap';
		const run = vm.runInThisContext(`(function (${names}) {${outputText}\n})`, { filename: file });
		loading += 1;
		asLoading(file, () =>
			run(module.exports, require, module, file, folder, RecordedMap, RecordedWeakMap),
		);
		loading -= 1;
		return module.exports;
	};

	return { load, reset: () => resets.forEach((reset) => reset()) };
}
