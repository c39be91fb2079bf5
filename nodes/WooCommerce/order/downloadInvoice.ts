import type { INodeProperties } from 'n8n-workflow';

import { inputError } from '../../shared/codedError';
import type { Operation } from '../../shared/kit/resource';
import { shopUrl } from '../../shared/wooCommerce/shopUrl';
import { USUAL_INVOICE_ADDRESS } from '../../shared/wooCommerce/usualInvoiceAddress';
import { readPlace } from '../transport';
import { fetchPdf } from './fetchPdf';
import { invoiceAddress } from './invoiceAddress';
import { chosenOrder, orderField, orderPlace } from './order';

const fields: INodeProperties[] = [
	orderField,
	{
		displayName: 'Invoice Address',
		name: 'invoiceAddress',
		type: 'string',
		default: '',
		placeholder: `e.g. ${USUAL_INVOICE_ADDRESS}`,
		description:
			'Where the shop shows the invoice of an order as a PDF, from the address of the shop on; fields of the order between braces. Leave empty for the plugin PDF Invoices & Packing Slips.',
	},
	{
		displayName: 'Put Output File in Field',
		name: 'outputField',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the output field that gets the file',
	},
];

/** Fetches the invoice that a plugin of the shop makes of an order. The keys of the shop stay here. */
export const downloadInvoice: Operation = {
	name: 'Download Invoice',
	action: 'Download the invoice of an order',
	description: "Fetch the PDF of the shop's own invoice from the shop",
	fields,
	async execute(itemIndex) {
		const id = chosenOrder.call(this, itemIndex);
		const pattern = String(this.getNodeParameter('invoiceAddress', itemIndex, '')).trim();
		const { url } = await this.getCredentials<{ url: string }>('wooCommerceStoreApi', itemIndex);
		const shop = shopUrl(url);
		const order = await readPlace.call(this, orderPlace(id));
		const address = invoiceAddress(pattern || USUAL_INVOICE_ADDRESS, order, shop);
		if (!(address instanceof URL)) throw inputError(this.getNode(), address, { itemIndex });
		const found = await fetchPdf.call(this, address, shop);
		if (!Buffer.isBuffer(found)) throw inputError(this.getNode(), found, { itemIndex });
		const field = String(this.getNodeParameter('outputField', itemIndex));
		const file = await this.helpers.prepareBinaryData(found, `${id}.pdf`, 'application/pdf');
		return [
			{
				json: { orderId: Number(id) },
				binary: { [field]: file },
				pairedItem: { item: itemIndex },
			},
		];
	},
};
