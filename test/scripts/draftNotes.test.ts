import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A note or a reason for a regime that is written out where it is made. */
const WRITTEN_OUT =
	/\bnotes(?:\.push\(|: \[|\s*=\s*\[)\s*(?:\.\.\.[\w.]+,\s*)?['"`]|\bnote: ['"`]\w|regimeReason: ['"`]\w/;

test('no note of a draft is written out elsewhere, where it would have one language', () => {
	const root = path.join(__dirname, '../../bookkeeping');
	const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('.ts'),
	);
	expect(files.length).toBeGreaterThan(100);
	const found = files.filter((file) =>
		WRITTEN_OUT.test(readFileSync(path.join(root, file), 'utf8')),
	);
	// What is read back from the books says so in the code only: nobody is shown it.
	expect(found).toEqual([path.join('refunds', 'booked.ts')]);
	for (const one of ["notes.push('A note')", 'notes: [`A ${b}`]', "notes = [...a.notes, 'b']"]) {
		expect(one).toMatch(WRITTEN_OUT);
	}
});
