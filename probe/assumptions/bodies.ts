import { assumption } from '../assumption';
import { at, isTaken, textAt } from '../call';
import { NotTried } from '../notTried';

/** In which case names are read. */
export const bodyNames = assumption({
	id: 'body-names',
	theme: 'bodies',
	question: 'Are names in a body read in any case of letters?',
	facts: ['SS-206'],
	findings: {
		anyCase: { holds: true, says: 'read them', sandbox: { bodyNames: 'anyCase' } },
		exact: {
			says: 'did not read them',
			sandbox: { bodyNames: 'exact' },
			follows:
				'Nothing to set: names are sent as documented. In API Call, write them exactly as the documentation does.',
		},
	},
	async steps(bench) {
		const name = bench.mark();
		const answer = await bench.post('/relaties', { NAAM: name, RelatieSoort: ['Klant'] }, name);
		const isRead = isTaken(answer) && textAt(answer.body, 'naam') === name;
		return { finding: isRead ? 'anyCase' : 'exact' };
	},
});

/** What becomes of a name that the API does not have. */
export const unknownNames = assumption({
	id: 'unknown-names',
	theme: 'bodies',
	question: 'Is a name in a body ignored that the API does not have?',
	facts: ['SS-206'],
	findings: {
		ignored: { holds: true, says: 'ignored it', sandbox: { unknownNames: 'ignore' } },
		refused: {
			says: 'refused the body',
			sandbox: { unknownNames: 'refuse' },
			follows: 'In API Call and extra fields, send names that SnelStart has only.',
		},
	},
	async steps(bench) {
		const name = bench.mark();
		const body = { naam: name, relatiesoort: ['Klant'], zomaarEenVeld: 1 };
		return { finding: isTaken(await bench.post('/relaties', body, name)) ? 'ignored' : 'refused' };
	},
});

/** How a refusal of the framework is spelled. */
export const modelStateNames = assumption({
	id: 'model-state',
	theme: 'bodies',
	question: 'How does a refusal spell the names message and modelState?',
	facts: ['SS-401'],
	findings: {
		lower: { holds: true, says: 'began them small', sandbox: { modelStateNames: 'lower' } },
		upper: {
			says: 'began them with a capital',
			sandbox: { modelStateNames: 'upper' },
			follows: 'Nothing to set: both are read.',
		},
	},
	async steps(bench) {
		const name = bench.mark();
		const body = { naam: name, relatiesoort: ['Klant'], krediettermijn: 'veertien' };
		const answer = await bench.post('/relaties', body, name);
		if (at(answer.body, 'modelState') !== undefined) return { finding: 'lower' };
		if (at(answer.body, 'ModelState') !== undefined) return { finding: 'upper' };
		throw new NotTried('The refusal has no model state.');
	},
});
