import { answerOData, answerOne } from '../answers';
import { notFound } from '../errors';
import { euros } from '../money';
import { entities } from '../odata';
import type { Resource } from '../routing';
import { renderInvoice } from '../salesInvoices';
import { ublOf } from '../ubl';

/** Sales invoices (verkoopfacturen): one behind every sales entry, only read. */
export const salesInvoices: Resource = {
	routes: [
		{
			method: 'GET',
			path: 'verkoopfacturen',
			scopes: ['orders:read'],
			answer: (request, books) =>
				answerOData(
					books.ledger.salesInvoices.map(renderInvoice),
					request,
					entities.verkoopfacturen,
					books,
				),
		},
		{
			method: 'GET',
			path: 'verkoopfacturen/:id',
			scopes: ['orders:read'],
			answer: (request, { ledger }) => answerOne(ledger.salesInvoices.map(renderInvoice), request),
		},
		{
			method: 'GET',
			path: 'verkoopfacturen/:id/ubl',
			scopes: ['orders:read'],
			answer: ({ id }, { ledger, switches }) => {
				const invoice = ledger.salesInvoices.find((one) => one.id === id);
				if (!invoice) return notFound();
				const xml = ublOf({
					number: invoice.number,
					date: invoice.date,
					total: euros(invoice.grossCents),
					party: 'Voorbeeld Webwinkel B.V.',
				});
				if (switches.ublAnswer === 'xml') {
					return { status: 200, headers: { 'Content-Type': 'application/xml' }, text: xml };
				}
				const content = Buffer.from(xml, 'utf8').toString('base64');
				return { status: 200, json: [{ fileName: `${invoice.number}.xml`, content }] };
			},
		},
	],
};
