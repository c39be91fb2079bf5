import { draftText, type DraftText } from '../codes/draftTexts';
import type { Language } from '../codes/facts';
import { reason, type Reason } from '../codes/register';
import type { VatNumberCheckSettings } from '../settings/settings';
import { isObject } from '../trade/fields';

/**
 * What is known about the registration of a VAT number. There are three answers, not two: an outage
 * of VIES is not a statement about the customer (VAT-512, VAT-532).
 */
export interface VatAnswer {
	status: 'valid' | 'invalid' | 'unknown';
	/** When VIES answered, ISO 8601 in UTC. */
	checkedAt: string;
	/** VIES' proof that it was asked; empty unless the own VAT number was sent along. */
	consultationNumber: string;
	/** Why it is unknown: the code of VIES, or one of ours. Empty otherwise. */
	code: string;
	/** VIES did not accept the own VAT number, so it was asked without one. */
	ownNumberRefused: boolean;
}

/** An HTTP answer, whatever its status; `body` is parsed JSON or the bare text. */
export interface HttpAnswer {
	status: number;
	body: unknown;
}

/** What to do after an answer: keep it, or ask VIES again, and how. */
export type NextStep = 'keep' | 'askLater' | 'askWithoutOwnNumber' | 'stopAsking';

/** VIES writes codes such as MS_UNAVAILABLE and VOW-ERR-1; anything else is not repeated. */
const CODE = /^[A-Z][A-Z0-9_-]{1,59}$/;
const BLOCKED = ['VAT_BLOCKED', 'IP_BLOCKED'];

/**
 * Reads what `POST /check-vat-number` answered. Errors of VIES come with HTTP 200 too; only a
 * complete answer without any sign of an error says that a number is valid or not. Everything else,
 * from web pages to answers about another number, is unknown.
 *
 * @param answer `undefined` when there was none: a timeout, a broken connection.
 * @param vatNumber the number that was asked for, normalised.
 * @param now ISO 8601, for answers that carry no time of their own.
 */
export function readViesAnswer(
	answer: HttpAnswer | undefined,
	vatNumber: string,
	now: string,
): VatAnswer {
	if (answer === undefined) return unknownAnswer('NO_ANSWER', now);
	const { status, body } = answer;
	if (!isObject(body)) return unknownAnswer(httpCode(status), now);
	const error = errorIn(body);
	if (error !== undefined) return unknownAnswer(CODE.test(error) ? error : httpCode(status), now);
	if (status !== 200 || typeof body.valid !== 'boolean' || !isAbout(vatNumber, body)) {
		return unknownAnswer(httpCode(status), now);
	}
	return {
		status: body.valid ? 'valid' : 'invalid',
		checkedAt: momentOf(body.requestDate) ?? now,
		consultationNumber: consultationNumberOf(body.requestIdentifier),
		code: '',
		ownNumberRefused: false,
	};
}

/** An answer that says nothing about the number, with the reason as a code. */
export function unknownAnswer(code: string, now: string): VatAnswer {
	return {
		status: 'unknown',
		checkedAt: now,
		consultationNumber: '',
		code,
		ownNumberRefused: false,
	};
}

/** What an answer asks for (VAT-521): codes that nobody knows count as an outage. */
export function nextStep({ status, code }: VatAnswer): NextStep {
	if (status !== 'unknown' || code === 'INVALID_INPUT') return 'keep';
	if (code === 'INVALID_REQUESTER_INFO') return 'askWithoutOwnNumber';
	return BLOCKED.includes(code) ? 'stopAsking' : 'askLater';
}

export type VatVerdict =
	| { may: 'book'; notes: DraftText[] }
	| { may: 'wait' | 'attention'; why: Reason };

/**
 * Whether an ICP delivery may be booked with this VAT number (J041, J044, HC-14). An unknown
 * answer follows the settings, by default it waits (D-VIES-UNKNOWN); the VAT of the
 * order is never changed. Notes and messages do not repeat the number: it may be a sole trader's.
 *
 * @param vatNumber normalised and of the right form.
 */
export function judgeVatNumber(
	vatNumber: string,
	{ use, whenUnknown, ownVatNumber }: VatNumberCheckSettings,
	answers: ReadonlyMap<string, VatAnswer>,
	language: Language,
): VatVerdict {
	if (use === 'formOnly') return { may: 'book', notes: [draftText(language, 'formOnly')] };
	const answer = answers.get(vatNumber) ?? unknownAnswer('NOT_ASKED', '');
	if (answer.status === 'valid') {
		return { may: 'book', notes: [evidenceOf(answer, ownVatNumber !== undefined, language)] };
	}
	if (answer.status === 'invalid') {
		return {
			may: 'attention',
			why: reason('ICP_VAT_NUMBER_INVALID', { case: 'vies', checkedAt: answer.checkedAt }),
		};
	}
	if (answer.code === 'INVALID_INPUT') {
		return { may: 'attention', why: reason('ICP_VAT_NUMBER_INVALID', { case: 'viesForm' }) };
	}
	const why = notChecked(answer.code);
	return whenUnknown === 'bookWithWarning'
		? { may: 'book', notes: [draftText(language, 'notCheckedIcp', { why })] }
		: { may: whenUnknown === 'hold' ? 'wait' : 'attention', why };
}

/** What is known of the VAT number of a sale that is booked, as its booking record keeps it. */
export function knownOfNumber(
	vatNumber: string,
	{ use }: VatNumberCheckSettings,
	answers: ReadonlyMap<string, VatAnswer>,
): { verdict: 'valid' | 'unknown' | 'formOnly'; at?: string } {
	if (use === 'formOnly') return { verdict: 'formOnly' };
	const answer = answers.get(vatNumber);
	return answer?.status === 'valid'
		? { verdict: 'valid', at: answer.checkedAt }
		: { verdict: 'unknown', ...(answer?.checkedAt && { at: answer.checkedAt }) };
}

/**
 * Warns when the check digits of a Dutch VAT number (btw-nummer) do not fit: those of a legal
 * person pass the eleven-test, those of a sole trader leave 1 modulo 97. No more than a warning:
 * public rules differ, only the tax authorities know (VAT-602, VAT-603).
 *
 * @param vatNumber normalised; of other countries nothing is said.
 */
export function checkDigitWarnings(vatNumber: string, language: Language): DraftText[] {
	const [, digits = ''] = /^NL(\d{9})B\d{2}$/.exec(vatNumber) ?? [];
	if (digits === '' || passesElevenTest(digits) || leavesOneModulo97(vatNumber)) return [];
	return [draftText(language, 'checkDigits')];
}

function passesElevenTest(digits: string): boolean {
	const sum = [...digits.slice(0, 8)].reduce(
		(total, digit, index) => total + Number(digit) * (9 - index),
		0,
	);
	return sum % 11 === Number(digits[8]);
}

/** Letters count as two digits, A = 10 to Z = 35. */
function leavesOneModulo97(vatNumber: string): boolean {
	const digits = [...vatNumber].map((character) => String(parseInt(character, 36))).join('');
	return BigInt(digits) % 97n === 1n;
}

function evidenceOf(
	{ checkedAt, consultationNumber, ownNumberRefused }: VatAnswer,
	hasOwnNumber: boolean,
	language: Language,
): DraftText {
	const moment = checkedAt;
	if (consultationNumber !== '') {
		return draftText(language, 'viesConfirmed', { moment, number: consultationNumber });
	}
	if (ownNumberRefused) return draftText(language, 'viesRefusedOwnNumber', { moment });
	const name = hasOwnNumber ? 'viesWithoutNumber' : 'viesWithoutOwnNumber';
	return draftText(language, name, { moment });
}

const WHY_UNKNOWN = {
	NOT_ASKED: 'notAsked',
	NO_ANSWER: 'noAnswer',
	NOT_UNDERSTOOD: 'notUnderstood',
	IP_BLOCKED: 'addressBlocked',
	VAT_BLOCKED: 'numberBlocked',
	INVALID_REQUESTER_INFO: 'ownNumber',
} as const;

function notChecked(answer: string): Reason {
	return Object.hasOwn(WHY_UNKNOWN, answer)
		? reason('VAT_NUMBER_NOT_CHECKED', {
				case: WHY_UNKNOWN[answer as keyof typeof WHY_UNKNOWN],
			})
		: reason('VAT_NUMBER_NOT_CHECKED', { case: 'answered', answer });
}

/** The first error in an answer; also that of the older form, whose `userError` names the verdict. */
function errorIn(body: Record<string, unknown>): string | undefined {
	const { actionSucceed, errorWrappers, userError } = body;
	const [wrapper] = Array.isArray(errorWrappers) ? (errorWrappers as unknown[]) : [];
	if (isObject(wrapper)) return String(wrapper.error);
	if (actionSucceed === false || errorWrappers !== undefined) return '';
	const isVerdict = userError === undefined || userError === 'VALID' || userError === 'INVALID';
	return isVerdict ? undefined : String(userError);
}

/** An answer that names another number, as a cache on the way might give, says nothing of ours. */
function isAbout(vatNumber: string, { countryCode, vatNumber: number }: Record<string, unknown>) {
	const country = countryCode ?? vatNumber.slice(0, 2);
	return `${String(country)}${String(number ?? vatNumber.slice(2))}` === vatNumber;
}

function httpCode(status: number): string {
	return status === 200 ? 'NOT_UNDERSTOOD' : `HTTP_${status}`;
}

function consultationNumberOf(value: unknown): string {
	return typeof value === 'string' && /^[\w-]{1,50}$/.test(value) ? value : '';
}

function momentOf(value: unknown): string | undefined {
	const moment = typeof value === 'string' ? new Date(value) : undefined;
	return moment && !Number.isNaN(moment.getTime()) ? moment.toISOString() : undefined;
}
