import { sendPatiently } from '../../cli/sendPatiently';

/** Answers with these statuses in turn, the last one for ever. */
function answering(...statuses: number[]) {
	const asked = { times: 0 };
	const send = async () => {
		const status = statuses[Math.min(asked.times, statuses.length - 1)]!;
		asked.times += 1;
		return new Response('Database is not ready!', { status });
	};
	return { asked, send };
}

describe('a request to an n8n', () => {
	it.each([
		['that is not ready yet is sent again', [503, 503, 200], 200, 3],
		['that answers is sent once', [200], 200, 1],
		['that refuses is sent once', [401, 200], 401, 1],
		['that broke is sent once: something may have been done', [500, 200], 500, 1],
		['that is never ready is given up after a minute', [503], 503, 61],
	])('%s', async (_, statuses, status, times) => {
		const { asked, send } = answering(...statuses);
		expect((await sendPatiently('POST', send, 0)).status).toBe(status);
		expect(asked.times).toBe(times);
	});

	it.each([
		['GET', 200, 2],
		['POST', 'fetch failed', 1],
	])('whose connection ends is sent again when it only reads: %s', async (method, ends, times) => {
		let asked = 0;
		const send = async () => {
			asked += 1;
			if (asked === 1) throw new TypeError('fetch failed');
			return new Response('{}');
		};
		const end = await sendPatiently(method, send, 0).then(
			({ status }) => status,
			(error: Error) => error.message,
		);
		expect([end, asked]).toEqual([ends, times]);
	});
});
