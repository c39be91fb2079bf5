/**
 * fast-check as every generated test uses it. Its cases are the same in every run, so that `npm test`
 * does not fail by chance where nothing was changed; `npm run test:properties` draws new ones.
 */
import fc from 'fast-check';

const SEED = 1;
const { PROPERTY_RUNS, PROPERTY_SEED, GENERATED_AT_MOST } = process.env;

/**
 * How many cases a generated test takes: its usual number, or what PROPERTY_RUNS asks for, and of
 * that `atMost` where a case takes long. Mutation testing, which repeats every test for every
 * mutant, sets a limit of its own (GENERATED_AT_MOST).
 */
export const runs = (usual: number, atMost = Infinity): number =>
	Math.min(Number(PROPERTY_RUNS ?? usual), atMost, Number(GENERATED_AT_MOST ?? Infinity));

/** Whether the cases are drawn anew: a found counterexample names its seed, to be given as PROPERTY_SEED. */
const drawsAnew = PROPERTY_RUNS !== undefined;

fc.configureGlobal({
	...fc.readConfigureGlobal(),
	numRuns: runs(100),
	...(PROPERTY_SEED ? { seed: Number(PROPERTY_SEED) } : drawsAnew ? {} : { seed: SEED }),
});

export { fc };
