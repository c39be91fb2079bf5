/** `npm run test:mutation`: see docs/development.md. */
export default {
	plugins: ['./test/mutation/runner.mjs'],
	testRunner: 'money-rules',
	mutate: ['bookkeeping/**/*.ts'],
	coverageAnalysis: 'perTest',
	// What a file works out once while it is loaded (such as the lists of known fields) would need all tests for each mutant.
	ignoreStatic: true,
	concurrency: 2,
	timeoutMS: 10_000,
	// All tests once, instrumented: a minute alone, more beside other work.
	dryRunTimeoutMinutes: 20,
	disableTypeChecks: false,
	tempDirName: 'test-output/mutation/sandbox',
	incrementalFile: 'test-output/mutation/incremental.json',
	reporters: ['clear-text', 'progress', 'html', 'json'],
	htmlReporter: { fileName: 'test-output/mutation/report.html' },
	jsonReporter: { fileName: 'test-output/mutation/report.json' },
	clearTextReporter: {
		allowColor: false,
		logTests: false,
		reportTests: false,
		reportMutants: false,
	},
	ignorePatterns: [
		'/*',
		'!/bookkeeping',
		'!/probe',
		'!/test',
		'!/sandbox',
		'!/package.json',
		'test/e2e',
		'test/nodes',
		'test/workflows',
	],
	thresholds: { high: 90, low: 85, break: 85 },
};
