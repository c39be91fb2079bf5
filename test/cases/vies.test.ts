import { nextStep, readViesAnswer, type HttpAnswer } from '../../bookkeeping/vat/vatNumberCheck';
import { caseOf } from './support';

interface Asked {
	number: string;
	answer: HttpAnswer;
}

const now = '2026-11-28T10:00:00.000Z';
const { title, input } = caseOf<Asked[]>('r61');

describe(title, () => {
	const answers = input.map(({ number, answer }) => readViesAnswer(answer, number, now));

	test('never "invalid": the last alone says something, and that is valid', () => {
		expect(answers.map(({ status }) => status)).toEqual([
			...input.slice(1).map(() => 'unknown'),
			'valid',
		]);
	});

	test('INVALID_INPUT is kept and not asked again; what blocks stops the asking', () => {
		const steps = Object.fromEntries(answers.map((answer) => [answer.code, nextStep(answer)]));
		expect(steps).toMatchObject({
			...{ INVALID_INPUT: 'keep', IP_BLOCKED: 'stopAsking', VAT_BLOCKED: 'stopAsking' },
			...{ INVALID_REQUESTER_INFO: 'askWithoutOwnNumber', MS_UNAVAILABLE: 'askLater' },
		});
	});
});
