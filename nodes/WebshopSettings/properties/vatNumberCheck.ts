import type { INodeProperties } from 'n8n-workflow';

/** How VAT numbers are checked before ICP is booked. */
export const vatNumberCheckProperty: INodeProperties = {
	displayName: 'VAT Number Check',
	name: 'vatNumberCheck',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	description:
		'How VAT numbers (btw-nummers) of businesses in other EU countries are checked before ICP is booked; by VIES unless chosen otherwise',
	options: [
		{
			displayName: 'Check With',
			name: 'use',
			type: 'options',
			options: [
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
			default: 'vies',
		},
		{
			displayName: 'Own VAT Number',
			name: 'ownVatNumber',
			type: 'string',
			default: '',
			placeholder: 'e.g. NL123456789B01',
			description:
				"The client's own number with its country prefix; VIES then gives a consultation number, the proof that it was asked",
		},
		{
			displayName: 'VIES URL',
			name: 'viesUrl',
			type: 'string',
			default: 'https://ec.europa.eu/taxation_customs/vies/rest-api',
			description: 'Where VIES is asked',
		},
		{
			displayName: 'When VIES Does Not Say',
			name: 'whenUnknown',
			type: 'options',
			options: [
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
			default: 'hold',
			description: 'What to do with an order whose number VIES could not check, as in an outage',
		},
	],
};
