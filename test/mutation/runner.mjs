import { performance } from 'node:perf_hooks';

import { loadTables } from './tables.mjs';

/** StrykerJS's word for each outcome of a test (a number), of a first run and of a mutant. */
const SUCCESS = 0;
const FAILED = 1;

/**
 * A test runner for StrykerJS that runs the tests of the money rules in its own process. Jest starts
 * its environment again for every mutant, which takes seconds; thousands of mutants take hours then.
 */
class MoneyRulesRunner {
	/** Where the changed code looks which mutant is active, and counts what was run. */
	state = (globalThis.__stryker__ ??= {});

	/** How long each test took last, and how many mutants it noticed: cheap and sharp tests go first. */
	tried = new Map();

	/** Nothing is ever loaded again: changes that would need it are not tried (`ignoreStatic`). */
	capabilities() {
		return { reloadEnvironment: true };
	}

	/** Loads the tests here, since a mutant that is timed must not wait for that after a restart. */
	async init() {
		this.state.mutantCoverage = { static: {}, perTest: {} };
		this.tables = loadTables(process.cwd());
	}

	async dryRun() {
		const tests = await this.run(this.tables.tests, { bail: false });
		return { status: 'complete', tests, mutantCoverage: this.state.mutantCoverage };
	}

	async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit, disableBail }) {
		if (mutantActivation === 'static') throw new Error('Set ignoreStatic: files are loaded once.');
		this.tables.reset();
		this.state.mutantCoverage = undefined;
		this.state.hitLimit = hitLimit;
		this.state.hitCount = hitLimit ? 0 : undefined;
		this.state.activeMutant = activeMutant.id;
		const wanted = testFilter && new Set(testFilter);
		const chosen = this.tables.tests
			.filter(({ id }) => !wanted || wanted.has(id))
			.sort((a, b) => this.price(a) - this.price(b));
		const tests = await this.run(chosen, { bail: !disableBail });
		this.state.activeMutant = undefined;
		if (hitLimit && this.state.hitCount > hitLimit) {
			return { status: 'timeout', reason: `More than ${hitLimit} times the same piece of code` };
		}
		const failed = tests.filter(({ status }) => status === FAILED);
		const nrOfTests = tests.length;
		if (failed.length === 0) return { status: 'survived', nrOfTests };
		const killedBy = failed.map(({ id }) => id);
		return { status: 'killed', killedBy, failureMessage: failed[0].failureMessage, nrOfTests };
	}

	/** What it costs to notice a mutant by this test. */
	price({ id }) {
		const { took = 0, noticed = 0 } = this.tried.get(id) ?? {};
		return took / (noticed + 1);
	}

	keep({ id, status, timeSpentMs }) {
		const { noticed = 0 } = this.tried.get(id) ?? {};
		this.tried.set(id, { took: timeSpentMs, noticed: noticed + (status === FAILED ? 1 : 0) });
	}

	async run(tests, { bail }) {
		const results = [];
		for (const test of tests) {
			const start = performance.now();
			this.state.currentTestId = test.id;
			try {
				await test.run();
				const timeSpentMs = performance.now() - start;
				results.push({ id: test.id, name: test.id, status: SUCCESS, timeSpentMs });
			} catch (error) {
				results.push(failure(test, error, performance.now() - start));
				if (bail) break;
			}
		}
		this.state.currentTestId = undefined;
		results.forEach((result) => this.keep(result));
		return results;
	}
}

function failure({ id }, error, timeSpentMs) {
	const failureMessage = String(error?.message ?? error);
	return { id, name: id, status: FAILED, failureMessage, timeSpentMs };
}

export const strykerPlugins = [
	{ kind: 'TestRunner', name: 'money-rules', factory: () => new MoneyRulesRunner() },
];
