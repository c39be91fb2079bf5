/** What a wave makes of one request: its answer, or what is asked instead with the next wave. */
export type InWave<Request, Answer> = { answer: Answer } | { again: Request };

/**
 * Gathers what is asked while a wave is under way, so that one look serves all of it: the next wave
 * takes everything that waits.
 *
 * @param work answers each request of a wave, in their order
 */
export function inWaves<Request, Answer>(
	work: (wave: readonly Request[]) => Promise<Array<InWave<Request, Answer>>>,
): (request: Request) => Promise<Answer> {
	interface Waiting {
		request: Request;
		answered: (answer: Answer) => void;
		failed: (error: unknown) => void;
	}
	let waiting: Waiting[] = [];
	let isUnderWay = false;
	const run = async (): Promise<void> => {
		isUnderWay = true;
		// Who asks in the same moment is in the first wave too.
		await Promise.resolve();
		while (waiting.length > 0) {
			const wave = waiting;
			waiting = [];
			try {
				const outcomes = await work(wave.map(({ request }) => request));
				const again = wave.flatMap((one, index) => {
					const outcome = outcomes[index]!;
					if ('again' in outcome) return { ...one, request: outcome.again };
					one.answered(outcome.answer);
					return [];
				});
				waiting = [...again, ...waiting];
			} catch (error) {
				for (const { failed } of wave) failed(error);
			}
		}
		isUnderWay = false;
	};
	return async (request) =>
		await new Promise<Answer>((answered, failed) => {
			waiting.push({ request, answered, failed });
			if (!isUnderWay) void run();
		});
}
