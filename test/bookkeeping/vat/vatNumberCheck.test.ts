import { transformOrder, transformUnchecked } from '../../../bookkeeping/orders/transform';
import { told } from '../../support/codes';
import { cancelOrder } from '../../../bookkeeping/refunds/reverseOrder';
import { readSettings } from '../../../bookkeeping/settings/readSettings';
import type { SettingsInput } from '../../../bookkeeping/settings/settings';
import {
	checkDigitWarnings,
	judgeVatNumber,
	nextStep,
	readViesAnswer,
	unknownAnswer,
	type VatAnswer,
} from '../../../bookkeeping/vat/vatNumberCheck';
import {
	completeSettings,
	draftOf,
	jouwWebOrder,
	settingsWith,
	wooCommerceOrder,
} from '../support';

const NUMBER = 'DE136695976';

const NOW = '2026-11-30T10:00:00.000Z';

/** What VIES answers about NUMBER, changed where a test says so (VAT-511). */
const answered = (changes: object = {}) => ({
	countryCode: 'DE',
	vatNumber: '136695976',
	requestDate: '2026-11-30T09:12:33.123Z',
	valid: true,
	requestIdentifier: 'WAPIAAAAY1234567',
	name: '---',
	address: '---',
	...changes,
});

const read = (body: unknown, status = 200) => readViesAnswer({ status, body }, NUMBER, NOW);

const failing = (error: string) => ({ actionSucceed: false, errorWrappers: [{ error }] });

describe('an answer of VIES', () => {
	test('says valid, with time and consultation number; a withheld name is no doubt', () => {
		expect(read(answered())).toEqual({
			status: 'valid',
			checkedAt: '2026-11-30T09:12:33.123Z',
			consultationNumber: 'WAPIAAAAY1234567',
			code: '',
			ownNumberRefused: false,
		});
	});

	test('says invalid only without any sign of an error', () => {
		expect(read(answered({ valid: false })).status).toBe('invalid');
		expect(read(answered({ valid: false, userError: 'INVALID' })).status).toBe('invalid');
	});

	test('without a time of its own gets that of the question, without a requester no proof', () => {
		expect(read(answered({ requestDate: 'today', requestIdentifier: '' }))).toMatchObject({
			checkedAt: NOW,
			consultationNumber: '',
		});
	});

	// VAT-521: class of every error code of the test service.
	test.each([
		['INVALID_INPUT', 'keep'],
		['INVALID_REQUESTER_INFO', 'askWithoutOwnNumber'],
		['SERVICE_UNAVAILABLE', 'askLater'],
		['MS_UNAVAILABLE', 'askLater'],
		['TIMEOUT', 'askLater'],
		['VAT_BLOCKED', 'stopAsking'],
		['IP_BLOCKED', 'stopAsking'],
		['GLOBAL_MAX_CONCURRENT_REQ', 'askLater'],
		['GLOBAL_MAX_CONCURRENT_REQ_TIME', 'askLater'],
		['MS_MAX_CONCURRENT_REQ', 'askLater'],
		['MS_MAX_CONCURRENT_REQ_TIME', 'askLater'],
		['SOMETHING_NEW', 'askLater'],
	])('with HTTP 200 and %s is unknown, and then: %s', (error, next) => {
		const answer = read(failing(error));
		expect(answer).toMatchObject({ status: 'unknown', code: error });
		expect(nextStep(answer)).toBe(next);
		// The trap: a verdict beside an error is not a verdict.
		expect(read(answered({ valid: false, ...failing(error) })).status).toBe('unknown');
		expect(read(answered({ valid: false, userError: error })).status).toBe('unknown');
		expect(read(answered({ valid: true, ...failing(error) })).status).toBe('unknown');
	});

	test.each<[string, unknown, number, string]>([
		['a failure without a reason', { actionSucceed: false }, 200, 'NOT_UNDERSTOOD'],
		['an empty list of errors', answered({ errorWrappers: [] }), 200, 'NOT_UNDERSTOOD'],
		['a web page', '<html>Maintenance</html>', 200, 'NOT_UNDERSTOOD'],
		['nothing', '', 200, 'NOT_UNDERSTOOD'],
		['null', null, 200, 'NOT_UNDERSTOOD'],
		['a list', [answered({ valid: false })], 200, 'NOT_UNDERSTOOD'],
		['no verdict', answered({ valid: undefined }), 200, 'NOT_UNDERSTOOD'],
		['a verdict in words', answered({ valid: 'false' }), 200, 'NOT_UNDERSTOOD'],
		['another number', answered({ valid: false, vatNumber: '1' }), 200, 'NOT_UNDERSTOOD'],
		['another country', answered({ valid: false, countryCode: 'FR' }), 200, 'NOT_UNDERSTOOD'],
		['too many requests', '<html>', 429, 'HTTP_429'],
		['an error of the server', answered({ valid: false }), 500, 'HTTP_500'],
		['a malformed question', failing('VOW-ERR-1'), 500, 'VOW-ERR-1'],
		['a gateway', '<html>', 504, 'HTTP_504'],
		['a refusal', { message: 'Forbidden' }, 403, 'HTTP_403'],
		['an error with prose', failing('Mr Example is unknown'), 200, 'NOT_UNDERSTOOD'],
	])('that is %s is unknown, never invalid, and asked again', (_, body, status, code) => {
		const answer = read(body, status);
		expect(answer).toEqual(unknownAnswer(code, NOW));
		expect(nextStep(answer)).toBe('askLater');
	});

	test('that never came is unknown', () => {
		expect(readViesAnswer(undefined, NUMBER, NOW)).toEqual(unknownAnswer('NO_ANSWER', NOW));
	});
});

describe('an ICP order (J041, J044, HC-14)', () => {
	const viesSettings = (changes: SettingsInput['vatNumberCheck'] = {}) =>
		settingsWith({ vatNumberCheck: changes });
	const order = () => jouwWebOrder(440006);
	const valid: VatAnswer = read(answered());
	const decided = (answer?: VatAnswer, changes: SettingsInput['vatNumberCheck'] = {}) =>
		transformOrder(
			order(),
			'jouwweb',
			viesSettings(changes),
			new Map(answer ? [[NUMBER, answer]] : []),
		);

	test('confirmed: booked, with date and consultation number as evidence', () => {
		const { outcome, draft } = decided(valid, { ownVatNumber: 'NL123456789B01' });
		expect(outcome).toBe('book');
		expect(draft?.notes).toEqual([
			'VIES confirmed the VAT number on 2026-11-30 09:12 UTC, consultation number WAPIAAAAY1234567.',
		]);
	});

	test('confirmed without a consultation number: the note says why', () => {
		const unproven = { ...valid, consultationNumber: '' };
		expect(decided(unproven).draft?.notes[0]).toContain("no 'Own VAT Number'");
		expect(decided({ ...unproven, ownNumberRefused: true }).draft?.notes[0]).toContain(
			"it refused 'Own VAT Number'",
		);
	});

	test('not registered: needs attention, whatever happens with unknown ones', () => {
		const invalid = read(answered({ valid: false }));
		for (const whenUnknown of ['hold', 'bookWithWarning', 'error'] as const) {
			expect(decided(invalid, { whenUnknown })).toMatchObject({
				outcome: 'attention',
				code: 'ICP_VAT_NUMBER_INVALID',
				message: expect.stringContaining('VIES said on 2026-11-30 09:12 UTC'),
			});
		}
	});

	test('no number for VIES: asking again or booking would not help', () => {
		expect(decided(unknownAnswer('INVALID_INPUT', NOW), { whenUnknown: 'hold' })).toMatchObject({
			outcome: 'attention',
			code: 'ICP_VAT_NUMBER_INVALID',
		});
	});

	test.each([
		['MS_UNAVAILABLE', 'it answered MS_UNAVAILABLE'],
		['HTTP_429', 'it answered HTTP_429'],
		['NO_ANSWER', 'did not answer in time'],
		['NOT_UNDERSTOOD', 'could not be read'],
		['IP_BLOCKED', 'blocked the internet address'],
		['VAT_BLOCKED', 'VAT_BLOCKED'],
		['INVALID_REQUESTER_INFO', 'INVALID_REQUESTER_INFO'],
	])('unknown by %s: waits, with the reason in words', (code, words) => {
		const held = decided(unknownAnswer(code, NOW));
		expect(held.draft).toBeUndefined();
		expect(held).toMatchObject({
			outcome: 'wait',
			code: 'VAT_NUMBER_NOT_CHECKED',
			message: expect.stringContaining(words),
			regime: 'icp',
		});
	});

	test('unknown: booked with a note or for a person, when the settings say so', () => {
		const unknown = unknownAnswer('TIMEOUT', NOW);
		const booked = decided(unknown, { whenUnknown: 'bookWithWarning' });
		expect(booked).toMatchObject({ outcome: 'book', code: '' });
		expect(booked.draft?.notes).toEqual([
			'VIES did not say whether the VAT number is valid: it answered TIMEOUT. Booked as ICP.',
		]);
		expect(booked.draft).toMatchObject({ regime: 'icp', vat: [] });
		expect(decided(unknown, { whenUnknown: 'error' })).toMatchObject({
			outcome: 'attention',
			code: 'VAT_NUMBER_NOT_CHECKED',
		});
	});

	test('never asked about: waits, so that a forgotten check books nothing', () => {
		expect(decided()).toMatchObject({ outcome: 'wait', code: 'VAT_NUMBER_NOT_CHECKED' });
	});

	test('with the form only: booked, and the note says so', () => {
		expect(decided(undefined, { use: 'formOnly' }).draft?.notes).toEqual([
			'The form of the VAT number was checked, not its registration (VIES).',
		]);
	});

	test('W071: the VAT number, perhaps a sole trader’s, stands in the draft only', () => {
		const answers = [valid, read(answered({ valid: false })), unknownAnswer('TIMEOUT', NOW)];
		for (const answer of answers) {
			const { draft, ...row } = decided(answer);
			expect(JSON.stringify([row, draft?.notes])).not.toContain('136695976');
		}
	});
});

test('a booked order is credited without asking VIES again, even when it is down', () => {
	const [credit] = cancelOrder(
		{ order: jouwWebOrder(440006), date: '2026-11-30' },
		'jouwweb',
		settingsWith({ vatNumberCheck: { whenUnknown: 'error' } }),
	);
	expect(credit).toMatchObject({ outcome: 'book', regime: 'icp' });
});

describe('the numbers to check', () => {
	const vies = settingsWith({ vatNumberCheck: {} });
	const numbersOf = (order: object, shop = 'jouwweb', settings = vies) =>
		transformUnchecked(order, shop, settings).toCheck;

	test('are those of ICP orders that could be booked, whatever is to happen with unknown ones', () => {
		expect(numbersOf(jouwWebOrder(440006))).toEqual([NUMBER]);
		expect(numbersOf(wooCommerceOrder('rest_icp_de_vat_exempt'), 'woocommerce')).toEqual([
			'DE123456789',
		]);
		const booking = settingsWith({ vatNumberCheck: { whenUnknown: 'bookWithWarning' } });
		expect(numbersOf(jouwWebOrder(440006), 'jouwweb', booking)).toEqual([NUMBER]);
	});

	test.each<[string, object]>([
		['of a domestic order', jouwWebOrder(440001)],
		['of an export', jouwWebOrder(440007)],
		['of an order that waits', jouwWebOrder(440006, { status: 'new' })],
		['of the wrong form', jouwWebOrder(440006, { taxNumber: 'DE12' })],
		['of an ICP order without one', jouwWebOrder(440013)],
		['of an order that cannot be booked anyway', jouwWebOrder(440006, { totalPrice: 1 })],
		['of what is not an order', {}],
	])('are not those %s', (_, order) => {
		expect(numbersOf(order)).toEqual([]);
	});

	test('are none when the form is enough, or when the accounts are not chosen', () => {
		const order = jouwWebOrder(440006);
		expect(numbersOf(order, 'jouwweb', settingsWith())).toEqual([]);
		expect(
			numbersOf(order, 'jouwweb', settingsWith({ vatNumberCheck: {}, icp: undefined })),
		).toEqual([]);
	});
});

describe('check digits of Dutch numbers (VAT-602)', () => {
	test.each([
		// Eleven-test: 8x9 + 1x8 + 0x7 + 7x6 + 5x5 + 5x4 + 6x3 + 1x2 = 187 = 17 x 11 + 0.
		['NL810755610B01', true],
		['NL002455799B11', true],
		['NL000099998B57', true],
		// 156 = 14 x 11 + 2, not 9; neither does it leave 1 modulo 97.
		['NL123456789B01', false],
		// Remainder 10 can be no digit; jsvat-next takes it for 0.
		['NL832614210B65', false],
		['DE123456789', true],
		['', true],
	])('%s fits: %s', (vatNumber, fits) => {
		expect(checkDigitWarnings(vatNumber, 'en')).toHaveLength(fits ? 0 : 1);
	});

	test('W045: that do not fit are a note on the draft, never a refusal', () => {
		const draft = draftOf(wooCommerceOrder('rest_b2b_nl_vat'));
		expect(draft.notes).toEqual([
			'The VAT number looks wrong: its check digits do not fit. Check it with the customer.',
		]);
	});

	test('are not doubted when VIES confirms the number', () => {
		const confirmed: VatAnswer = { ...read(answered()), consultationNumber: 'X1' };
		const { draft } = transformOrder(
			wooCommerceOrder('rest_b2b_nl_vat'),
			'woocommerce',
			settingsWith(),
			new Map([['NL123456789B01', confirmed]]),
		);
		expect(draft?.notes).toEqual([]);
	});
});

describe('the settings', () => {
	test('ask VIES and hold unknown ones unless they say otherwise (D-VIES-UNKNOWN)', () => {
		expect(settingsWith({ vatNumberCheck: undefined }).vatNumberCheck).toEqual({
			use: 'vies',
			whenUnknown: 'hold',
			ownVatNumber: undefined,
			viesUrl: 'https://ec.europa.eu/taxation_customs/vies/rest-api',
		});
	});

	test('take the own number as it is usually written', () => {
		const settings = settingsWith({ vatNumberCheck: { ownVatNumber: ' nl 1234.56.789.B.01 ' } });
		expect(settings.vatNumberCheck.ownVatNumber).toBe('NL123456789B01');
		expect(
			settingsWith({ vatNumberCheck: { ownVatNumber: '' } }).vatNumberCheck.ownVatNumber,
		).toBeUndefined();
	});

	test('refuse an own number without the form of one, without repeating it', () => {
		const result = readSettings({
			...completeSettings,
			vatNumberCheck: { ownVatNumber: '987654321B01' },
		});
		const complaints = result.ok ? [] : result.complaints;
		expect(complaints).toHaveLength(1);
		expect(complaints[0]).toContain("'Own VAT Number'");
		expect(complaints[0]).not.toContain('987654321');
	});

	test('refuse a VIES URL that is not an address', () => {
		const result = readSettings({ ...completeSettings, vatNumberCheck: { viesUrl: 'vies' } });
		expect(result.ok).toBe(false);
	});
});

describe('what VIES said (J041, J044, HC-14)', () => {
	const number = 'DE136695976';
	const check = settingsWith({ vatNumberCheck: { use: 'vies' } }).vatNumberCheck;
	const at = '2026-11-30T09:12:33.123Z';
	const valid: VatAnswer = {
		...{
			status: 'valid',
			checkedAt: at,
			consultationNumber: '',
			code: '',
			ownNumberRefused: false,
		},
	};
	const judge = (answer?: VatAnswer, changes: Partial<typeof check> = {}) =>
		judgeVatNumber(
			number,
			{ ...check, ...changes },
			new Map(answer ? [[number, answer]] : []),
			'en',
		);
	const says = (code: string, message: string) => {
		const { facts } = told(code, message);
		return { code, facts };
	};
	const confirmed = 'VIES confirmed the VAT number on 2026-11-30 09:12 UTC';

	test.each<[string, VatAnswer, Partial<typeof check>, string]>([
		[
			'with proof',
			{ ...valid, consultationNumber: 'WAPI1' },
			{},
			`${confirmed}, consultation number WAPI1.`,
		],
		[
			'without an own number',
			valid,
			{},
			`${confirmed}, without a consultation number, because the client settings have no 'Own VAT Number'.`,
		],
		[
			'with one',
			valid,
			{ ownVatNumber: 'NL123456782B01' },
			`${confirmed}, without a consultation number.`,
		],
		[
			'with one that VIES refused',
			{ ...valid, ownNumberRefused: true },
			{ ownVatNumber: 'NL123456782B01' },
			`${confirmed}, without a consultation number, because it refused 'Own VAT Number' of the client settings.`,
		],
	])('valid, %s', (_, answer, changes, note) => {
		expect(judge(answer, changes)).toEqual({ may: 'book', notes: [note] });
	});

	test('nobody asked', () => {
		expect(judge(undefined, { use: 'formOnly' })).toEqual({
			...{
				may: 'book',
				notes: ['The form of the VAT number was checked, not its registration (VIES).'],
			},
		});
	});

	test('not valid', () => {
		expect(judge({ ...valid, status: 'invalid' })).toEqual({
			may: 'attention',
			why: says(
				'ICP_VAT_NUMBER_INVALID',
				'Delivered without VAT, but VIES said on 2026-11-30 09:12 UTC that the VAT number is not valid.',
			),
		});
		expect(judge(unknownAnswer('INVALID_INPUT', at))).toEqual({
			may: 'attention',
			why: says(
				'ICP_VAT_NUMBER_INVALID',
				'Delivered without VAT, but VIES does not take the VAT number for one (INVALID_INPUT).',
			),
		});
	});

	test.each([
		['', 'it was not asked'],
		['NO_ANSWER', 'it could not be reached or did not answer in time'],
		['NOT_UNDERSTOOD', 'its answer could not be read'],
		['IP_BLOCKED', 'it has blocked the internet address of this n8n (IP_BLOCKED)'],
		['VAT_BLOCKED', 'it has blocked the VAT number that asks (VAT_BLOCKED)'],
		['INVALID_REQUESTER_INFO', 'it asks for an own VAT number (INVALID_REQUESTER_INFO)'],
		['MS_UNAVAILABLE', 'it answered MS_UNAVAILABLE'],
	])('unknown by "%s"', (code, words) => {
		const answer = code === '' ? undefined : unknownAnswer(code, at);
		const message = `VIES did not say whether the VAT number is valid: ${words}.`;
		const held = { why: says('VAT_NUMBER_NOT_CHECKED', message) };
		expect(judge(answer)).toEqual({ may: 'wait', ...held });
		expect(judge(answer, { whenUnknown: 'error' })).toEqual({ may: 'attention', ...held });
		expect(judge(answer, { whenUnknown: 'bookWithWarning' })).toEqual({
			...{ may: 'book', notes: [`${message} Booked as ICP.`] },
		});
	});
});
