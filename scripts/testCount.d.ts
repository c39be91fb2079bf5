interface JestSummary {
	numPassedTests: number;
	numFailedTests: number;
	numRuntimeErrorTestSuites: number;
}

export function countTests(summaries: JestSummary[]): { passed: number; failed: number };
