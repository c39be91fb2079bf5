import { startSandbox, type Sandbox } from '../../sandbox';
import { putJson, request, type Got } from './client';

let sandbox: Sandbox;
let control: string;
beforeAll(async () => {
	sandbox = await startSandbox({ now: () => new Date('2026-11-30T09:12:33.123Z') });
	control = `${sandbox.vies.origin}/_sandbox`;
});
afterAll(() => sandbox.stop());
afterEach(() => request(`${control}/reset`, { method: 'POST' }));

const check = (
	countryCode: string,
	vatNumber: string,
	more: object = {},
	service = 'check-vat-number',
): Promise<Got> =>
	request(`${sandbox.vies.url}/${service}`, {
		method: 'POST',
		body: JSON.stringify({ countryCode, vatNumber, ...more }),
	});
const requester = { requesterMemberStateCode: 'NL', requesterNumber: '123456789B01' };
const error = ({ status, json }: Got) => [
	status,
	json.actionSucceed,
	json.errorWrappers?.[0]?.error,
];

// VAT-511.
it('confirms a number; without a requester there is no consultation number', async () => {
	const got = await check('DE', '123456789');
	expect([got.status, got.json]).toEqual([
		200,
		{
			countryCode: 'DE',
			vatNumber: '123456789',
			requestDate: '2026-11-30T09:12:33.123Z',
			valid: true,
			requestIdentifier: '',
			name: '---',
			address: '---',
		},
	]);
});

it('gives every consultation of a requester a number of its own', async () => {
	const first = await check('FR', '40303265045', requester);
	const second = await check('FR', '40303265045', requester);
	expect(first.json).toMatchObject({ valid: true, name: 'VOORBEELD BV' });
	expect(first.json.requestIdentifier).toMatch(/^WAPI\w+$/);
	expect(second.json.requestIdentifier).not.toBe(first.json.requestIdentifier);
});

it('refuses a requester that is none with HTTP 200', async () => {
	const got = await check('DE', '123456789', { ...requester, requesterNumber: '1' });
	expect(error(got)).toEqual([200, false, 'INVALID_REQUESTER_INFO']);
});

it.each([
	['DE', '136695976', true],
	['DE', '987654321', true],
	['DE', '98765432', false],
	['EL', '123456789', true],
	['XI', '123456789', true],
])('judges %s %s by its form: %s', async (country, number, valid) => {
	expect((await check(country, number)).json.valid).toBe(valid);
});

it.each([
	['GB', '123456789'],
	['GR', '123456789'],
	['DE', '1'],
	['DE', '1234567890123'],
	['DE', '123 456'],
])('takes %s %s for no VAT number at all', async (country, number) => {
	expect(error(await check(country, number))).toEqual([400, false, 'INVALID_INPUT']);
});

it('answers a malformed question with HTTP 500', async () => {
	const got = await request(`${sandbox.vies.url}/check-vat-number`, { method: 'POST', body: '{' });
	expect(error(got)).toEqual([500, false, 'VOW-ERR-1']);
});

it.each([
	['201', 'INVALID_INPUT'],
	['202', 'INVALID_REQUESTER_INFO'],
	['300', 'SERVICE_UNAVAILABLE'],
	['301', 'MS_UNAVAILABLE'],
	['302', 'TIMEOUT'],
	['400', 'VAT_BLOCKED'],
	['401', 'IP_BLOCKED'],
	['500', 'GLOBAL_MAX_CONCURRENT_REQ'],
	['501', 'GLOBAL_MAX_CONCURRENT_REQ_TIME'],
	['600', 'MS_MAX_CONCURRENT_REQ'],
	['601', 'MS_MAX_CONCURRENT_REQ_TIME'],
	['999', 'SERVICE_UNAVAILABLE'],
])('has the test service, where %s fails with %s at HTTP 200', async (number, code) => {
	expect(error(await check('DE', number, {}, 'check-vat-test-service'))).toEqual([
		200,
		false,
		code,
	]);
	sandbox.vies.answers.set('DE123456789', code);
	expect(error(await check('DE', '123456789'))).toEqual([200, false, code]);
});

it('has the test service, where 100 is valid and 200 is not', async () => {
	const valid = async (number: string) =>
		(await check('DE', number, {}, 'check-vat-test-service')).json.valid;
	expect([await valid('100'), await valid('200')]).toEqual([true, false]);
});

it('says that every member state can be asked', async () => {
	const { json } = await request(`${sandbox.vies.url}/check-status`);
	expect(json.vow).toEqual({ available: true });
	expect(json.countries).toHaveLength(28);
	expect((await request(`${sandbox.vies.url}/elsewhere`)).status).toBe(404);
});

it('takes other answers through its door, and forgets them', async () => {
	const changed = { DE123456789: 'invalid', FR40303265045: 'MS_UNAVAILABLE' };
	expect((await putJson(`${control}/answers`, changed)).json).toMatchObject(changed);
	expect((await check('DE', '123456789')).json.valid).toBe(false);
	expect(error(await check('FR', '40303265045'))).toEqual([200, false, 'MS_UNAVAILABLE']);
	expect((await putJson(`${control}/answers`, { DE1: 'perhaps' })).status).toBe(400);
	expect((await putJson(`${control}/answers`, ['DE1'])).status).toBe(400);
	await request(`${control}/reset`, { method: 'POST' });
	expect((await request(`${control}/answers`)).json).toEqual({
		DE123456789: 'valid',
		DE136695976: 'valid',
		FR40303265045: 'valid',
	});
});

it('keeps a journal and a list of checks without the numbers', async () => {
	await check('DE', '123456789', requester);
	await check('FR', '40303265045');
	const journal = await request(`${control}/journal`);
	expect(journal.json.calls).toEqual({ 'POST check-vat-number': 2 });
	const checks = await request(`${control}/checks`);
	expect(checks.json).toEqual([
		{ country: 'DE', began: 1, ended: 2, withRequester: true },
		{ country: 'FR', began: 3, ended: 4, withRequester: false },
	]);
	expect(journal.text + checks.text).not.toContain('123456789');
});

it('can be made to fail like the others', async () => {
	await putJson(`${control}/faults`, [{ kind: '429', retryAfter: 3 }, { kind: 'html' }]);
	const limited = await check('DE', '123456789');
	expect([limited.status, limited.headers.get('Retry-After')]).toEqual([429, '3']);
	expect((await check('DE', '123456789')).text).toContain('<html>');
	expect((await check('DE', '123456789')).json.valid).toBe(true);
});
