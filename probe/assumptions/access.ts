import { assumption } from '../assumption';
import type { Bench } from '../fixtures';
import { waitAfter } from '../tools';
import type { ProbeAnswer, ProbeCall } from '../call';
import { NotTried } from '../notTried';

const nobody = '00000000-0000-0000-0000-000000000001';
const get = (path: string): ProbeCall => ({ method: 'GET', path });
/** An empty body is refused before anything is done, but only after the rights are looked at. */
const emptyPost = (path: string): ProbeCall => ({ method: 'POST', path, body: {} });

/** A call for each right that is refused with 403 without it, and does nothing with it. */
const calls: Readonly<Record<string, ProbeCall>> = {
	'artikelen:read': get('/artikelomzetgroepen'),
	'artikelen:write': emptyPost('/artikelen'),
	'bankieren:read': get(`/bankboekingen/${nobody}`),
	'bankieren:write': emptyPost('/bankboekingen'),
	'boekhouden:read': get('/dagboeken'),
	'boekhouden:write': emptyPost('/verkoopboekingen'),
	'btwaangiftes:read': get('/btwaangiftes'),
	'btwaangiftes:write': {
		method: 'PUT',
		path: `/btwaangiftes/${nobody}/externAangeven`,
		body: {},
	},
	'documenten:read': get(`/documenten/${nobody}`),
	'documenten:write': { method: 'DELETE', path: `/documenten/${nobody}` },
	'kas:read': get(`/kasboekingen/${nobody}`),
	'kas:write': emptyPost('/kasboekingen'),
	'memoriaal:read': get(`/memoriaalboekingen/${nobody}`),
	'memoriaal:write': emptyPost('/memoriaalboekingen'),
	'orders:read': get(`/verkooporders/${nobody}`),
	'orders:write': emptyPost('/verkooporders'),
	'relaties:read': get(`/relaties/${nobody}`),
	'relaties:write': emptyPost('/relaties'),
	'settings:read': get('/landen'),
	'settings:write': emptyPost('/kostenplaatsen'),
	rapportage: {
		method: 'GET',
		path: '/rapportages/periodebalans',
		query: { start: '2026-01-01', end: '2026-01-02' },
	},
};

/** Which rights the key has. */
export const rights = assumption({
	id: 'rights',
	theme: 'access',
	question: 'Which rights does the key have?',
	facts: ['SS-111', 'SS-220'],
	measures: ['scopes'],
	findings: {
		all: { holds: true, says: 'allowed everything' },
		some: {
			says: 'did not allow everything',
			follows:
				'Make a koppelsleutel with the rights that Connection, Check asks for, in SnelStart Web (Instellingen, Koppelingen).',
		},
	},
	async steps({ askOnce, note, wait }) {
		const granted: string[] = [];
		for (const [scope, call] of Object.entries(calls)) {
			let answer = await askOnce(call);
			if (answer.status === 429) {
				await wait(waitAfter(answer));
				answer = await askOnce(call);
			}
			if (answer.status === 429 || answer.status >= 500) {
				throw new NotTried(`SnelStart answered HTTP ${answer.status}.`, true);
			}
			if (call.method === 'POST') note(call.path, call.body, 'without a name', answer);
			if (answer.status !== 403) granted.push(scope);
		}
		const missing = Object.keys(calls).filter((scope) => !granted.includes(scope));
		return {
			finding: missing.length === 0 ? 'all' : 'some',
			sandbox: { scopes: granted },
			...(missing.length > 0 && { measured: `missing: ${missing.join(', ')}` }),
		};
	},
});

const slow = 1_000;

/** How long answers take. */
export const latency = assumption({
	id: 'latency',
	theme: 'access',
	question: 'How long does an answer take?',
	facts: ['SS-124'],
	measures: ['latencyMs'],
	findings: {
		quick: { holds: true, says: 'answered within a second' },
		slow: {
			says: 'took a second or more',
			follows: 'Let syncs run at quiet hours, and migrate past orders in small batches.',
		},
	},
	async steps(bench) {
		await bench.ask(get('/dagboeken'));
		const sorted = [...bench.durations].sort((a, b) => a - b);
		const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
		return {
			finding: middle < slow ? 'quick' : 'slow',
			sandbox: { latencyMs: middle },
			measured: `${middle} ms for half of ${sorted.length} answers`,
		};
	},
});

const together = 4;
const mostCalls = 560;
const developmentMost = 130;

/** Calls until SnelStart says that they are too many; undefined when it never does. */
async function firstRefusal({ askOnce }: Bench): Promise<ProbeAnswer | undefined> {
	for (let sent = 0; sent < mostCalls; sent += together) {
		const answers = await Promise.all(
			Array.from({ length: together }, async () => await askOnce(get('/dagboeken'))),
		);
		const refused = answers.find(({ status }) => status === 429 || status === 403);
		if (refused) return refused;
	}
	return undefined;
}

/** How many calls a minute allows. */
export const limits = assumption({
	id: 'limits',
	theme: 'access',
	question: 'How many calls are taken in a minute?',
	facts: ['SS-122', 'SS-121'],
	last: true,
	findings: {
		development: {
			holds: true,
			says: 'took about 100 (product Ontwikkeling & Test)',
			sandbox: { limits: 'development' },
			follows:
				'Set Requests per Minute to 100 and Requests in Flight to 5 in the SnelStart credential.',
		},
		production: {
			holds: true,
			says: 'took about 500 (products Maatwerk and Productie)',
			sandbox: { limits: 'production' },
			follows:
				'Set Requests per Minute to 500 and Requests in Flight to 50 in the SnelStart credential.',
		},
		unlimited: {
			says: `took ${mostCalls} without a complaint`,
			sandbox: { limits: null },
			follows: 'Keep the limits of the credential: the contract names them.',
		},
	},
	async steps(bench) {
		const refused = await firstRefusal(bench);
		if (refused === undefined) return { finding: 'unlimited' };
		const taken = bench.lastMinute();
		return {
			finding: taken <= developmentMost ? 'development' : 'production',
			measured: `${taken} calls in the minute before HTTP ${refused.status}`,
		};
	},
});

/** What a 429 says. */
export const retryAfter = assumption({
	id: 'retry-after',
	theme: 'access',
	question: 'Does a 429 say how long to wait (Retry-After), and is that enough?',
	facts: ['SS-121'],
	last: true,
	findings: {
		enough: { holds: true, says: 'said it, and it was enough', sandbox: { retryAfter: 'header' } },
		tooShort: {
			says: 'said too short a time',
			follows:
				'Set Requests per Minute in the SnelStart credential a tenth below what was measured.',
		},
		silent: {
			says: 'did not say it',
			sandbox: { retryAfter: 'none' },
			follows:
				'Set Requests per Minute in the SnelStart credential a tenth below what was measured, so that the limit is not met.',
		},
	},
	async steps(bench) {
		const refused = await firstRefusal(bench);
		if (refused === undefined) throw new NotTried('No call was refused.');
		if (refused.status !== 429) throw new NotTried(`The limit answers HTTP ${refused.status}.`);
		if (refused.headers['retry-after'] === undefined) return { finding: 'silent' };
		const milliseconds = waitAfter(refused);
		await bench.wait(milliseconds);
		const again = await bench.askOnce(get('/dagboeken'));
		return {
			finding: again.status === 429 ? 'tooShort' : 'enough',
			measured: `${milliseconds / 1000} seconds`,
		};
	},
});
