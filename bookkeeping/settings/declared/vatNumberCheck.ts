import { z } from 'zod';

import { valueText } from '../../codes/valueTexts';
import { normaliseVatNumber } from '../../trade/vatNumber';
import { choice, collection, formatted } from '../kinds';

const viesUrl = 'https://ec.europa.eu/taxation_customs/vies/rest-api';
const address = z
	.string({ message: valueText('text') })
	.trim()
	.url(valueText('address'))
	.default(viesUrl);
const ownNumber = z
	.string({ message: valueText('text') })
	.optional()
	.transform((value) => normaliseVatNumber(value ?? '', '') || undefined);

/** How VAT numbers are checked before ICP is booked. */
export const vatNumberCheck = collection({
	title: 'VAT Number Check',
	description:
		'How VAT numbers (btw-nummers) of businesses in other EU countries are checked before ICP is booked; by VIES unless chosen otherwise',
	fields: {
		/** J041, J044. */
		use: choice({
			title: 'Check With',
			usual: 'vies',
			choices: [
				{
					name: 'Form Only',
					value: 'formOnly',
					description: 'Only whether the number has the form of its country; nobody is asked',
				},
				{
					name: 'VIES',
					value: 'vies',
					description: 'Ask VIES, the register of the tax authorities of the EU',
				},
			],
			description: 'Who says whether a VAT number is valid',
		}),
		ownVatNumber: formatted(ownNumber, {
			title: 'Own VAT Number',
			placeholder: 'e.g. NL123456789B01',
			description:
				"The client's own number with its country prefix; VIES then gives a consultation number, the proof that it was asked",
		}),
		viesUrl: formatted(address, {
			title: 'VIES URL',
			proposed: viesUrl,
			description: 'Where VIES is asked',
		}),
		/** D-VIES-UNKNOWN. */
		whenUnknown: choice({
			title: 'When VIES Does Not Say',
			usual: 'hold',
			choices: [
				{
					name: 'Book With a Note',
					value: 'bookWithWarning',
					description: 'Book as ICP; the draft notes that the number was not checked',
				},
				{
					name: 'Hold',
					value: 'hold',
					description: 'Let the order wait, so that the number is checked again',
				},
				{ name: 'Needs Attention', value: 'error' },
			],
			description: 'What to do with an order whose number VIES could not check, as in an outage',
		}),
	},
});
