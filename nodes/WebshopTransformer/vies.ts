import { sleep } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import {
	type VatNumberCheckSettings,
	nextStep,
	readViesAnswer,
	unknownAnswer,
	type HttpAnswer,
	type VatAnswer,
} from '../../bookkeeping';
import { mapInFlight } from '../shared/inFlight';

const COUNTRIES_AT_ONCE = 3;
const TRIES = 4;
const FIRST_WAIT_MS = 1_000;
const TIMEOUT_MS = 20_000;
/** A member state that is down stays down for longer than a run: then its other numbers wait. */
const NUMBERS_BEFORE_GIVING_UP = 2;

/** What one run learns about VIES while it asks. */
interface Inquiry {
	viesUrl: string;
	/** Left out from the moment that VIES refuses it. */
	ownVatNumber?: string;
	ownNumberRefused: boolean;
	/** Filled from the moment that VIES blocks us. */
	blockedBy?: string;
}

/**
 * Asks VIES about VAT numbers, each once. Member states limit requests, so one number per member
 * state is asked at a time, and at most three member states at once (VAT-521, VAT-531). Never
 * throws: without an answer a number is unknown.
 *
 * @param vatNumbers normalised, of the right form.
 */
export async function checkVatNumbers(
	this: IExecuteFunctions,
	vatNumbers: readonly string[],
	{ viesUrl, ownVatNumber }: VatNumberCheckSettings,
): Promise<Map<string, VatAnswer>> {
	const inquiry: Inquiry = { viesUrl, ownVatNumber, ownNumberRefused: false };
	const perCountry = new Map<string, string[]>();
	for (const vatNumber of new Set(vatNumbers)) {
		const country = vatNumber.slice(0, 2);
		perCountry.set(country, [...(perCountry.get(country) ?? []), vatNumber]);
	}
	const answers = await mapInFlight(
		[...perCountry.values()],
		COUNTRIES_AT_ONCE,
		async (ofOneCountry) => await checkOneByOne.call(this, ofOneCountry, inquiry),
	);
	return new Map(answers.flat());
}

async function checkOneByOne(
	this: IExecuteFunctions,
	vatNumbers: readonly string[],
	inquiry: Inquiry,
): Promise<Array<[string, VatAnswer]>> {
	const answers: Array<[string, VatAnswer]> = [];
	let inVain = 0;
	let last: VatAnswer | undefined;
	for (const vatNumber of vatNumbers) {
		if (inVain < NUMBERS_BEFORE_GIVING_UP || last === undefined) {
			last = await checkOne.call(this, vatNumber, inquiry);
			inVain = nextStep(last) === 'askLater' ? inVain + 1 : 0;
		}
		answers.push([vatNumber, last]);
	}
	return answers;
}

/** Asks about one number, again after 1, 2 and 4 seconds when VIES is busy or out of order. */
async function checkOne(
	this: IExecuteFunctions,
	vatNumber: string,
	inquiry: Inquiry,
): Promise<VatAnswer> {
	for (let tries = 1; ; tries++) {
		if (inquiry.blockedBy) return unknownAnswer(inquiry.blockedBy, new Date().toISOString());
		const { ownVatNumber } = inquiry;
		let answer = await ask.call(this, vatNumber, ownVatNumber, inquiry);
		if (nextStep(answer) === 'askWithoutOwnNumber' && ownVatNumber !== undefined) {
			inquiry.ownVatNumber = undefined;
			inquiry.ownNumberRefused = true;
			answer = await ask.call(this, vatNumber, undefined, inquiry);
		}
		const step = nextStep(answer);
		if (step === 'stopAsking') inquiry.blockedBy = answer.code;
		if (step !== 'askLater' || tries === TRIES) {
			return { ...answer, ownNumberRefused: inquiry.ownNumberRefused };
		}
		await sleep(FIRST_WAIT_MS * 2 ** (tries - 1));
	}
}

async function ask(
	this: IExecuteFunctions,
	vatNumber: string,
	ownVatNumber: string | undefined,
	{ viesUrl }: Inquiry,
): Promise<VatAnswer> {
	const answer = await post.call(this, `${viesUrl.replace(/\/+$/, '')}/check-vat-number`, {
		countryCode: vatNumber.slice(0, 2),
		vatNumber: vatNumber.slice(2),
		...(ownVatNumber && {
			requesterMemberStateCode: ownVatNumber.slice(0, 2),
			requesterNumber: ownVatNumber.slice(2),
		}),
	});
	return readViesAnswer(answer, vatNumber, new Date().toISOString());
}

/** Whatever keeps an answer away says nothing about the number, so it is not an error of the node. */
async function post(
	this: IExecuteFunctions,
	url: string,
	body: IDataObject,
): Promise<HttpAnswer | undefined> {
	try {
		const response = await this.helpers.httpRequest({
			method: 'POST',
			url,
			body,
			json: true,
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		});
		return { status: response.statusCode, body: response.body };
	} catch {
		return undefined;
	}
}
