import { sleep } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import { WebshopSettings } from '../../../nodes/WebshopSettings/WebshopSettings.node';
import { WebshopTransformer } from '../../../nodes/WebshopTransformer/WebshopTransformer.node';
import { checkVatNumbers } from '../../../nodes/WebshopTransformer/vies';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { completeSettings, jouwWebOrder } from '../../bookkeeping/support';
import { demoSettings } from '../../support/demoSettings';
import { runNode } from '../../support/engine';
import type { NodeRun } from '../../support/engine';

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: jest.fn(async () => undefined),
}));

const OUTPUTS = ['book', 'wait', 'nothingToBook', 'attention'] as const;
const OWN = 'NL123456789B01';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ now: () => new Date('2026-11-30T09:12:33Z') });
});
afterAll(() => sandbox.stop());
beforeEach(() => {
	sandbox.vies.reset();
	jest.mocked(sleep).mockClear();
});

const waits = () => jest.mocked(sleep).mock.calls.map(([ms]) => ms);
const calls = () => sandbox.vies.journal.calls()['POST check-vat-number'] ?? 0;

let nextId = 1;
/** An ICP order of a business with this VAT number; every one with an id of its own. */
const icpOrder = (vatNumber: string): IDataObject => {
	const country = vatNumber.slice(0, 2);
	const id = 990_000 + nextId++;
	const order = jouwWebOrder(440006, { id, orderNumber: `2026-${id}`, taxNumber: vatNumber });
	return {
		...order,
		shippingAddress: { ...(order.shippingAddress as object), country },
		paymentAddress: { ...(order.paymentAddress as object), country },
	} as IDataObject;
};
const german = (last: number) => `DE${111_111_100 + last}`;

async function transformed(
	items: IDataObject[],
	vatNumberCheck: SettingsInput['vatNumberCheck'] = {},
	booked: IDataObject[][] = [],
): Promise<NodeRun> {
	const settings = {
		...completeSettings,
		vatNumberCheck: { viesUrl: sandbox.vies.url, ...vatNumberCheck },
	};
	return await runNode({
		node: new WebshopTransformer(),
		parameters: { operation: 'transformOrders', shop: 'jouwweb' },
		items,
		otherInputs: [[{ settings: settings as unknown as IDataObject }], ...booked],
	});
}

/** Outcome, code and message of the only order. */
async function fateOf(vatNumber: string, check: SettingsInput['vatNumberCheck'] = {}) {
	const { outputs, error } = await transformed([icpOrder(vatNumber)], check);
	expect(error).toBeUndefined();
	const [item] = outputs.flat();
	expect(outputs[OUTPUTS.indexOf(item!.json.outcome as (typeof OUTPUTS)[number])]).toEqual([item]);
	return item!.json;
}
const notesOf = (json: IDataObject) => (json.draft as { notes: string[] }).notes;

describe('Transform Orders with VIES (J041, J044, W010)', () => {
	it('does not ask about an order that is in the books, also when VIES is not there', async () => {
		const [known, other] = [icpOrder('DE136695976'), icpOrder('DE136695976')];
		const [first] = (await transformed([known])).outputs.flat();
		sandbox.vies.reset();
		sandbox.vies.journal.clear();
		const row = { orderKey: first!.json.orderKey } as IDataObject;
		const again = await transformed([known], {}, [[{}, row]]);
		expect(calls()).toBe(0);
		expect(again.outputs[0]![0]!.json).toMatchObject({
			...{ outcome: 'book', code: '' },
			fingerprint: first!.json.fingerprint,
		});
		await transformed([other], {}, [[{}, row]]);
		expect(calls()).toBe(1);
	});

	it('books a confirmed number with the consultation number and its date', async () => {
		const json = await fateOf('DE136695976', { ownVatNumber: OWN });
		expect(json.outcome).toBe('book');
		expect(notesOf(json)).toEqual([
			'VIES confirmed the VAT number on 2026-11-30 09:12 UTC, consultation number WAPIAAAA00000001.',
		]);
		expect(json.draft).toMatchObject({
			vatNumberCheck: { verdict: 'valid', at: '2026-11-30T09:12:33.000Z' },
		});
		expect(sandbox.vies.checks).toMatchObject([{ country: 'DE', withRequester: true }]);
	});

	it('keeps that a number was not confirmed when its order is booked all the same', async () => {
		sandbox.vies.answers.set('DE136695976', 'MS_UNAVAILABLE');
		const json = await fateOf('DE136695976', { whenUnknown: 'bookWithWarning' });
		expect(json.draft).toMatchObject({ vatNumberCheck: { verdict: 'unknown' } });
		const unasked = await fateOf('DE136695976', { use: 'formOnly' });
		expect(unasked.draft).toMatchObject({ vatNumberCheck: { verdict: 'formOnly' } });
	});

	it('books without a consultation number when the own number is not set', async () => {
		expect(notesOf(await fateOf('FR40303265045'))[0]).toContain("no 'Own VAT Number'");
		expect(sandbox.vies.checks).toMatchObject([{ country: 'FR', withRequester: false }]);
	});

	it('sends a number that is not registered to Attention', async () => {
		sandbox.vies.answers.set('DE136695976', 'invalid');
		expect(await fateOf('DE136695976')).toMatchObject({
			outcome: 'attention',
			code: 'ICP_VAT_NUMBER_INVALID',
		});
		expect(calls()).toBe(1);
	});

	// Error codes of VIES' test service, and how often each is asked (VAT-514, VAT-521).
	it.each([
		['SERVICE_UNAVAILABLE', 4],
		['MS_UNAVAILABLE', 4],
		['TIMEOUT', 4],
		['GLOBAL_MAX_CONCURRENT_REQ', 4],
		['GLOBAL_MAX_CONCURRENT_REQ_TIME', 4],
		['MS_MAX_CONCURRENT_REQ', 4],
		['MS_MAX_CONCURRENT_REQ_TIME', 4],
		['INVALID_REQUESTER_INFO', 1],
		['VAT_BLOCKED', 1],
		['IP_BLOCKED', 1],
	])('lets the order wait after %s, asked %i time(s)', async (code, times) => {
		sandbox.vies.answers.set('DE136695976', code);
		expect(await fateOf('DE136695976')).toMatchObject({
			outcome: 'wait',
			code: 'VAT_NUMBER_NOT_CHECKED',
			message: expect.stringContaining(code),
		});
		expect(calls()).toBe(times);
		expect(waits()).toEqual(times === 4 ? [1_000, 2_000, 4_000] : []);
	});

	it('sends what VIES takes for no number to Attention, asked once', async () => {
		sandbox.vies.answers.set('DE136695976', 'INVALID_INPUT');
		expect(await fateOf('DE136695976')).toMatchObject({
			outcome: 'attention',
			code: 'ICP_VAT_NUMBER_INVALID',
		});
		expect(calls()).toBe(1);
	});

	it.each(['429', '500', '504', 'html', 'reset-before-commit', 'reset-after-commit'] as const)(
		'gets over a fault: %s',
		async (kind) => {
			sandbox.vies.faults.add({ kind, times: 3 });
			expect((await fateOf('DE136695976')).outcome).toBe('book');
			expect(waits()).toEqual([1_000, 2_000, 4_000]);
		},
	);

	it.each(['429', '500', '504', 'html', 'reset-before-commit'] as const)(
		'holds the order while it lasts, even for a number that is not registered: %s',
		async (kind) => {
			sandbox.vies.answers.set('DE136695976', 'invalid');
			sandbox.vies.faults.add({ kind, times: 4 });
			expect(await fateOf('DE136695976')).toMatchObject({ outcome: 'wait' });
			expect(calls()).toBe(4);
		},
	);

	it('books, or asks for attention, when the settings say so', async () => {
		sandbox.vies.answers.set('DE136695976', 'MS_UNAVAILABLE');
		const booked = await fateOf('DE136695976', { whenUnknown: 'bookWithWarning' });
		expect(booked.outcome).toBe('book');
		expect(notesOf(booked)).toEqual([
			'VIES did not say whether the VAT number is valid: it answered MS_UNAVAILABLE. Booked as ICP.',
		]);
		expect(await fateOf('DE136695976', { whenUnknown: 'error' })).toMatchObject({
			outcome: 'attention',
			code: 'VAT_NUMBER_NOT_CHECKED',
		});
	});

	it('asks nobody when the form is enough, or when nothing is ICP', async () => {
		expect(notesOf(await fateOf('DE136695976', { use: 'formOnly' }))).toHaveLength(1);
		const run = await transformed([440001, 440007, 440013].map((id) => jouwWebOrder(id)) as never);
		expect(run.outputs.map((items) => items.length)).toEqual([2, 0, 0, 1]);
		expect(calls()).toBe(0);
	});

	it('asks once for two orders of one customer, and keeps items and answers together', async () => {
		sandbox.vies.answers.set(german(1), 'invalid').set(german(2), 'VAT_BLOCKED');
		const orders = [german(1), 'DE136695976', 'de 136.695.976', german(1)].map(icpOrder);
		const { outputs } = await transformed([...orders, jouwWebOrder(440001) as IDataObject]);
		const arrivals = outputs.map((items) =>
			items.map(({ pairedItem }) => (pairedItem as { item: number }).item),
		);
		expect(arrivals).toEqual([[1, 2, 4], [], [], [0, 3]]);
		expect(calls()).toBe(2);
	});

	it('stops asking for the rest of the run when VIES blocks, and says so', async () => {
		sandbox.vies.answers.set(german(2), 'IP_BLOCKED');
		const { outputs } = await transformed([1, 2, 3, 4].map((last) => icpOrder(german(last))));
		expect(outputs.map((items) => items.length)).toEqual([1, 3, 0, 0]);
		expect(outputs[1]![2]!.json.message).toContain('blocked the internet address of this n8n');
		expect(calls()).toBe(2);
		expect(waits()).toEqual([]);
	});

	it('goes on without the own number when VIES refuses it, and says so', async () => {
		const { answers, asked } = await answersOf(['DE136695976', german(1)], OWN, ({ body }) => {
			const { requesterNumber, countryCode, vatNumber } = body as IDataObject;
			return requesterNumber === undefined
				? { countryCode, vatNumber, valid: true, requestIdentifier: '' }
				: { actionSucceed: false, errorWrappers: [{ error: 'INVALID_REQUESTER_INFO' }] };
		});
		// The first number twice, the second once: the refused number is not sent again.
		expect(asked).toHaveLength(3);
		expect([...answers.values()]).toMatchObject([
			{ status: 'valid', ownNumberRefused: true },
			{ status: 'valid', ownNumberRefused: true },
		]);
	});

	it('gives a country up after two numbers without an answer, and no other country', async () => {
		for (const last of [1, 2, 3, 4]) sandbox.vies.answers.set(german(last), 'MS_UNAVAILABLE');
		const numbers = [...[1, 2, 3, 4].map(german), 'FR40303265045'];
		const { outputs } = await transformed(numbers.map(icpOrder));
		expect(outputs.map((items) => items.length)).toEqual([1, 4, 0, 0]);
		// Two German numbers with four tries each, and the French one.
		expect(calls()).toBe(9);
	});

	it('keeps every VAT number out of everything but the draft (W071)', async () => {
		sandbox.vies.answers.set(german(2), 'invalid').set(german(3), 'TIMEOUT');
		sandbox.vies.answers.set(german(4), 'INVALID_INPUT');
		const { outputs } = await transformed([1, 2, 3, 4].map((last) => icpOrder(german(last))));
		const rows = outputs.flat().map(({ json }) => ({ ...json, draft: undefined }));
		expect(rows).toHaveLength(4);
		expect(JSON.stringify(rows)).not.toMatch(/1111111\d\d/);
		expect(outputs[0]!.flatMap(({ json }) => notesOf(json)).join()).not.toMatch(/1111111\d\d/);
		// Nor in addresses, where proxies would log it.
		expect(JSON.stringify(sandbox.vies.journal.entries)).not.toMatch(/1111111\d\d/);
	});
});

describe('good behaviour (VAT-521, VAT-531)', () => {
	it('asks one number per member state at a time, and three member states at once', async () => {
		sandbox.vies.switches.latencyMs = 15;
		const countries = ['DE', 'FR', 'BE', 'PL', 'SE'];
		const numbers = [
			...['DE111111101', 'FR40303265045', 'BE0412345678', 'PL1234567890', 'SE123456789001'],
			...['DE111111102', 'FR40303265046', 'BE0412345679', 'PL1234567891', 'SE123456789101'],
			...['DE111111103', 'FR40303265047', 'BE0412345680', 'PL1234567892', 'SE123456789201'],
		];
		const { outputs } = await transformed(numbers.map(icpOrder));
		expect(outputs[0]).toHaveLength(numbers.length);
		expect(calls()).toBe(numbers.length);
		const { checks } = sandbox.vies;
		for (const country of countries) {
			const own = checks.filter((check) => check.country === country);
			expect(own).toHaveLength(3);
			own.slice(1).forEach(({ began }, index) => expect(began).toBeGreaterThan(own[index]!.ended!));
		}
		const atOnce = checks.map(
			({ began }) => checks.filter((check) => check.began <= began && check.ended! > began).length,
		);
		expect(Math.max(...atOnce)).toBe(3);
	});

	it('gives VIES 20 seconds, and takes silence for no answer', async () => {
		const { answers, asked } = await answersOf(['DE136695976'], undefined, () => {
			throw Object.assign(new Error('timeout of 20000ms exceeded'), { code: 'ECONNABORTED' });
		});
		expect(answers.get('DE136695976')).toMatchObject({ status: 'unknown', code: 'NO_ANSWER' });
		expect(asked).toHaveLength(4);
		expect(asked[0]).toMatchObject({ method: 'POST', timeout: 20_000 });
	});

	it('asks nothing for nothing', async () => {
		const { answers, asked } = await answersOf([], OWN, () => ({}));
		expect([answers.size, asked.length]).toEqual([0, 0]);
	});
});

it('follows the settings node: what is chosen there is what happens', async () => {
	const { clientKey, subscriptionKey, baseUrl, tokenUrl } = sandbox.snelStart;
	const vatNumberCheck = {
		ownVatNumber: 'nl1234.56.789.B01',
		viesUrl: sandbox.vies.url,
		whenUnknown: 'bookWithWarning',
	};
	const saved = await runNode({
		node: new WebshopSettings(),
		parameters: demoSettings({ parameters: { vatNumberCheck } }),
		credentials: {
			snelStartB2bApi: { clientKey, subscriptionKey, baseUrl, tokenUrl, accessToken: '' },
		},
	});
	expect(saved.error).toBeUndefined();
	sandbox.vies.answers.set('DE136695976', 'MS_UNAVAILABLE');
	const { outputs } = await runNode({
		node: new WebshopTransformer(),
		parameters: { operation: 'transformOrders', shop: 'jouwweb' },
		items: [icpOrder('FR40303265045'), icpOrder('DE136695976')],
		otherInputs: [[saved.outputs[0]![0]!.json]],
	});
	const notes = outputs[0]!.map(({ json }) => notesOf(json)[0]);
	expect(notes).toEqual([
		// In the language of the client, which is Dutch unless it says otherwise.
		expect.stringContaining('raadplegingsnummer'),
		expect.stringContaining('Geboekt als ICP'),
	]);
});

/** Checks numbers with a VIES that answers as told. */
async function answersOf(
	vatNumbers: string[],
	ownVatNumber: string | undefined,
	reply: (request: IHttpRequestOptions) => unknown,
) {
	const asked: IHttpRequestOptions[] = [];
	const httpRequest = async (request: IHttpRequestOptions) => {
		asked.push(request);
		return { statusCode: 200, headers: {}, body: reply(request) };
	};
	const context = { helpers: { httpRequest } } as unknown as IExecuteFunctions;
	const answers = await checkVatNumbers.call(context, vatNumbers, {
		use: 'vies',
		whenUnknown: 'hold',
		viesUrl: 'http://127.0.0.1:9/',
		ownVatNumber,
	});
	return { answers, asked };
}
