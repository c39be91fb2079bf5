import { isRecord } from '../http';

/** The numbers with which VIES' own test service is asked, and what it then answers. */
const testService: Record<string, ViesAnswer> = {
	'100': 'valid',
	'200': 'invalid',
	'201': 'INVALID_INPUT',
	'202': 'INVALID_REQUESTER_INFO',
	'300': 'SERVICE_UNAVAILABLE',
	'301': 'MS_UNAVAILABLE',
	'302': 'TIMEOUT',
	'400': 'VAT_BLOCKED',
	'401': 'IP_BLOCKED',
	'500': 'GLOBAL_MAX_CONCURRENT_REQ',
	'501': 'GLOBAL_MAX_CONCURRENT_REQ_TIME',
	'600': 'MS_MAX_CONCURRENT_REQ',
	'601': 'MS_MAX_CONCURRENT_REQ_TIME',
};

/** "valid", "invalid", or the code of an error. */
export type ViesAnswer = string;

/** The VAT numbers in the orders of the stand-in shops. */
const numbersOfTheShops = ['DE123456789', 'DE136695976', 'FR40303265045'];

/** What the test service answers for a number; others get what an overloaded service would say. */
export function answerOfTestService(number: string): ViesAnswer {
	return testService[number] ?? 'SERVICE_UNAVAILABLE';
}

/** The answers at the start; a number that is not among them is judged by its form. */
export function answersAtStart(): Array<[string, ViesAnswer]> {
	return numbersOfTheShops.map((number) => [number, 'valid']);
}

/** Reads PUT /_sandbox/answers: VAT number with prefix → "valid", "invalid" or the code of an error. */
export function readAnswers(value: unknown): Array<[string, ViesAnswer]> | undefined {
	if (!isRecord(value)) return undefined;
	const known = ['valid', 'invalid', ...Object.values(testService)];
	const entries = Object.entries(value);
	return entries.every((entry): entry is [string, ViesAnswer] => known.includes(String(entry[1])))
		? entries
		: undefined;
}
