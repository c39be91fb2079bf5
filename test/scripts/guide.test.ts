import { followGuide } from '../support/guide';

const GUIDE = ['papers.md', 'Set it up'] as const;
const nothing = async (): Promise<void> => undefined;
/** Walks the first step as given, and the others by whatever they say. */
const walk = async (...names: string[]) =>
	await followGuide(...GUIDE, [
		async ({ says }) => void names.map(says),
		async ({ text, says }) =>
			void [...text.matchAll(/\*\*(.+?)\*\*/g)].map(([, one]) => says(one!)),
		nothing,
	]);

test('a walk fails when the guide has another number of steps', async () => {
	await expect(followGuide(...GUIDE, [nothing])).rejects.toThrow('3 steps, 1 walked');
});

test('a walk fails when it wants a button that its step does not name', async () => {
	await expect(walk('Paper')).rejects.toThrow(/Set it up", step 1 does not say "Paper"/);
});

test('a walk fails when its step names what it passed by', async () => {
	await expect(walk()).rejects.toThrow('step 1 says what was not walked: Paper at the Entry');
	await expect(walk('Paper at the Entry')).rejects.toThrow(
		'step 2 says what was not walked: documentClaim, BookingRecords',
	);
});

test('a walk fails when the page has no such heading', async () => {
	await expect(followGuide('papers.md', 'Set up', [])).rejects.toThrow('no heading "Set up"');
});
