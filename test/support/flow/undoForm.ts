import type { Stage } from './stage';

/** Runs a workflow to its end. @throws whatever it failed with */
export async function runFlow(
	{ engine }: Stage,
	name: string,
	trigger: string,
	items?: object[],
): Promise<void> {
	const { error } = await engine.run(name, trigger, items as never);
	if (error) throw error;
}

/**
 * Fills in the form of "Undo bookings": a preview that leaves out closed periods and takes what was
 * booked by the settings of today, unless the form says otherwise.
 * @returns what the page says, which is all that is sent
 */
export async function fillInUndoForm(stage: Stage, form: object): Promise<string> {
	const since = stage.engine.sent.length;
	const usual = { closed: 'Overslaan', same: 'Meenemen', action: 'Voorbeeld' };
	await runFlow(stage, 'Undo bookings', 'Form', [{ ...usual, ...form }]);
	const [page, ...more] = stage.engine.sent.slice(since);
	expect(more).toEqual([]);
	return String(page!.parameters.completionMessage);
}
