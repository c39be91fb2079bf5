'use strict';

/**
 * Tests passed and failed over jest's own JSON summaries. A test file that could not even be
 * loaded has no tests to count and counts as one failure.
 */
function countTests(summaries) {
	const total = { passed: 0, failed: 0 };
	for (const summary of summaries) {
		total.passed += summary.numPassedTests;
		total.failed += summary.numFailedTests + summary.numRuntimeErrorTestSuites;
	}
	return total;
}

module.exports = { countTests };
