/** Does the work for every input with at most `limit` at a time; results keep the inputs' order. */
export async function mapInFlight<Input, Result>(
	inputs: readonly Input[],
	limit: number,
	work: (input: Input) => Promise<Result>,
): Promise<Result[]> {
	const results = new Array<Result>(inputs.length);
	let next = 0;
	const worker = async (): Promise<void> => {
		while (next < inputs.length) {
			const index = next++;
			results[index] = await work(inputs[index]!);
		}
	};
	await Promise.all(Array.from({ length: Math.min(limit, inputs.length) }, worker));
	return results;
}

/**
 * Does the work for every input, the first alone and then twice as many at a time with each round, up
 * to `limit`: a cause outside the inputs costs one call when it is there from the start, and never
 * more than are under way.
 *
 * @throws what `work` threw first, once all that was under way is over; nothing is begun after it
 */
export async function slowStart<Input>(
	inputs: readonly Input[],
	limit: number,
	work: (input: Input) => Promise<void>,
): Promise<void> {
	let next = 0;
	let workers = 0;
	const failures: unknown[] = [];
	const worker = async (): Promise<void> => {
		workers += 1;
		const helpers: Array<Promise<void>> = [];
		while (next < inputs.length && failures.length === 0) {
			try {
				await work(inputs[next++]!);
				if (workers < limit && next < inputs.length) helpers.push(worker());
			} catch (error) {
				failures.push(error);
			}
		}
		await Promise.all(helpers);
	};
	await worker();
	if (failures.length > 0) throw failures[0];
}
