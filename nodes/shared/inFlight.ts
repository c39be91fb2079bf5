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
