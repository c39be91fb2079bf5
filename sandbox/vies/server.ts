import { isRecord, parseJson, type Answer, type Call } from '../http';
import { shapeOf } from '../journal';
import { startService, type Service } from '../service';
import { checkVatNumber } from '../snelstart/vatNumbers';
import { answerOfTestService, answersAtStart, readAnswers, type ViesAnswer } from './answers';

/** One request about a number, without the number. Moments are counted, so that none are equal. */
export interface ViesCheck {
	country: string;
	began: number;
	/** Undefined while it is not answered. */
	ended?: number;
	withRequester: boolean;
}

export interface ViesSandbox extends Service {
	/** The base of the REST API. */
	url: string;
	/** Live: VAT number with prefix → "valid", "invalid" or the code of an error. */
	answers: Map<string, ViesAnswer>;
	checks: readonly ViesCheck[];
	switches: {
		/** How long every answer takes at least, in milliseconds. */
		latencyMs: number;
	};
}

const base = '/taxation_customs/vies/rest-api';
const countries = [
	...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'EL', 'ES', 'FI', 'FR', 'HR', 'HU', 'IE'],
	...['IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'XI'],
];

/** Errors come with HTTP 200 like any answer; that is the trap of this service. */
const failure = (error: string, status = 200): Answer => ({
	status,
	json: { actionSucceed: false, errorWrappers: [{ error }] },
});

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const hasForm = (number: string): boolean => 'kept' in checkVatNumber(number, undefined);

/**
 * Starts the VIES stand-in: `POST /check-vat-number` answers by the form of a number unless
 * `answers` says otherwise, `POST /check-vat-test-service` as the test service of VIES does.
 */
export async function startVies(port: number, now: () => Date): Promise<ViesSandbox> {
	const answers = new Map(answersAtStart());
	const checks: ViesCheck[] = [];
	const switches = { latencyMs: 0 };
	let moment = 0;
	let consultations = 0;

	const check = (call: Call, answerFor: (country: string, number: string) => string): Answer => {
		const asked = parseJson(call.body);
		if (!isRecord(asked)) return failure('VOW-ERR-1', 500);
		const country = text(asked.countryCode);
		const number = text(asked.vatNumber);
		if (!countries.includes(country) || !/^[0-9A-Za-z+*]{2,12}$/.test(number)) {
			return failure('INVALID_INPUT', 400);
		}
		const requester = text(asked.requesterMemberStateCode) + text(asked.requesterNumber);
		if (requester !== '' && !hasForm(requester)) return failure('INVALID_REQUESTER_INFO');
		const answer = answerFor(country, number);
		if (answer !== 'valid' && answer !== 'invalid') return failure(answer);
		if (requester !== '') consultations += 1;
		const withheld = answer === 'invalid' || country === 'DE' || country === 'ES';
		return {
			status: 200,
			json: {
				countryCode: country,
				vatNumber: number,
				requestDate: now().toISOString(),
				valid: answer === 'valid',
				requestIdentifier:
					requester === '' ? '' : `WAPIAAAA${String(consultations).padStart(8, '0')}`,
				name: withheld ? '---' : 'VOORBEELD BV',
				address: withheld ? '---' : 'VOORBEELDSTRAAT 1',
			},
		};
	};

	const handle = (call: Call): Answer => {
		switch (`${call.method} ${call.path}`) {
			case `POST ${base}/check-vat-number`:
				return check(call, (country, number) => {
					const known = answers.get(country + number);
					return known ?? (hasForm(country + number) ? 'valid' : 'invalid');
				});
			case `POST ${base}/check-vat-test-service`:
				return check(call, (_, number) => answerOfTestService(number));
			case `GET ${base}/check-status`:
				return {
					status: 200,
					json: {
						vow: { available: true },
						countries: countries.map((countryCode) => ({ countryCode, availability: 'Available' })),
					},
				};
			default:
				return { status: 404, json: { message: 'Not Found' } };
		}
	};

	const enter = (call: Call): (() => void) => {
		const asked = parseJson(call.body);
		if (!call.path.startsWith(`${base}/check-vat-`) || !isRecord(asked)) return () => undefined;
		const entry: ViesCheck = {
			country: text(asked.countryCode),
			began: ++moment,
			withRequester: asked.requesterNumber !== undefined,
		};
		checks.push(entry);
		return () => {
			entry.ended = ++moment;
		};
	};

	const service = await startService({
		port,
		now,
		shape: ({ method, path }) => shapeOf(method, path, base),
		enter,
		latencyMs: () => switches.latencyMs,
		handle,
		unauthorized: () => ({ status: 401, text: 'Unauthorized' }),
		rateLimited: (seconds) => ({
			status: 429,
			headers: { 'Retry-After': String(seconds), 'Content-Type': 'text/html' },
			text: '<html><body>Too Many Requests</body></html>',
		}),
		resetRecords: () => {
			answers.clear();
			for (const [number, answer] of answersAtStart()) answers.set(number, answer);
			checks.splice(0);
			switches.latencyMs = 0;
			moment = 0;
			consultations = 0;
		},
		control: ({ method, body }, door) => {
			if (door === 'checks' && method === 'GET') return { status: 200, json: checks };
			if (door !== 'answers' || (method !== 'GET' && method !== 'PUT')) return undefined;
			if (method === 'PUT') {
				const wanted = readAnswers(parseJson(body));
				if (!wanted) {
					return {
						status: 400,
						json: { message: 'An answer is "valid", "invalid" or the code of an error of VIES.' },
					};
				}
				for (const [number, answer] of wanted) answers.set(number, answer);
			}
			return { status: 200, json: Object.fromEntries(answers) };
		},
	});
	return { ...service, url: `${service.origin}${base}`, answers, checks, switches };
}
