import { Flow } from '../build/flow';
import { text } from '../build/text';
import { jsonFile, snelStart, whenClicked } from '../fragments/basics';

export function probe(): Flow {
	const flow = new Flow({
		name: 'Probe',
		description:
			'Tries on a test administration what is taken for granted of SnelStart, by small bookings that it takes back, and reports what holds, what differs and what to set because of it. Never for an administration that is in use.',
		keepsRuns: true,
	});
	flow.note(
		'Overview',
		[-480, -240],
		[420, 520],
		text`
			## Probe

			### How it works
			**Only for an administration that was made for trying.** One that has bookings is refused.
			1. **Ask SnelStart** puts one question after the other, books entries of one or two euro whose numbers begin with \`PROBE-\`, and takes each back before the next question.
			2. Its item is the report: \`text\` for a person, with what to set in *Client settings* where SnelStart differs; \`sandbox\` for the stand-in.
			3. **Make file** gives the report as \`report.json\`.

			It sends some 700 requests and takes two or three minutes.

			### Setup
			1. **Ask SnelStart**: make a *SnelStart B2B API* credential for the test administration. n8n may have chosen that of a client: do not leave it there.
			2. Fill in *Only These* to ask some questions only.
			3. Run it. It is never published.
		`,
	);
	flow.note(
		'Section ask',
		[0, -240],
		[720, 400],
		text`
			### Ask and report
			The same as the command \`webshop-snelstart probe\`.
		`,
		7,
	);
	const start = flow.add('When clicked', [60, -20], whenClicked());
	const ask = flow.add(
		'Ask SnelStart',
		[280, -20],
		snelStart({
			resource: 'connection',
			operation: 'probe',
			despiteBookings: false,
			only: '',
		}),
	);
	const makeFile = flow.add('Make file', [500, -20], jsonFile('report.json'));
	flow.wire(start, ask, makeFile);
	return flow;
}
