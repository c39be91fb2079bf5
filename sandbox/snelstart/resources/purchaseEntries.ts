import { randomUUID } from 'node:crypto';
import { accountsIn } from '../accountLookup';
import { createBinder } from '../binding';
import { collection, rowsOf } from '../collection';
import { invalidModel, refused } from '../errors';
import type { Answer } from '../../http';
import type { Row } from '../ledger';
import { dropInvoice, keepInvoice, paidProblems, purchaseProblems } from '../purchaseEntries';
import type { Books, Resource, RouteCall } from '../routing';
import { readUbl } from '../ubl';

const path = 'inkoopboekingen';
const entries = collection({
	path,
	entity: 'InkoopboekingModel',
	parameter: 'inkoopBoeking',
	scopes: { read: ['boekhouden:read'], write: ['boekhouden:write'] },
	operations: ['get', 'create', 'replace', 'delete'],
	fieldCodes: {
		factuurnummer: { missing: 'BOE-0058', wrong: 'BOE-0058' },
		boekstuk: { wrong: 'BOE-0068' },
		omschrijving: { wrong: 'BOE-0071' },
	},
	check: purchaseProblems,
	complete: keepInvoice,
	mayDelete: paidProblems,
	deleted: dropInvoice,
});

/** The most an attachment may weigh (SS-221). */
const largest = 5 * 1024 * 1024;

/** An entry for an invoice that SnelStart read itself: one line on the account for questions. */
function bookRead(invoice: NonNullable<ReturnType<typeof readUbl>>, books: Books): Row | Answer {
	const account = accountsIn(books.ledger).find(
		({ grootboekfunctie }) => grootboekfunctie === 'InkopenKostenAlleBtwTarieven',
	);
	const id = randomUUID();
	const { supplier } = invoice;
	const record: Row = {
		id,
		uri: `/${path}/${id}`,
		modifiedOn: books.modifiedOn,
		boekstuk: null,
		gewijzigdDoorAccountant: false,
		markering: false,
		factuurdatum: `${invoice.date}T00:00:00`,
		factuurnummer: invoice.number,
		leverancier: supplier ? { id: supplier.id, uri: `/relaties/${supplier.id}` } : null,
		omschrijving: 'UBL',
		factuurbedrag: invoice.total,
		boekingsregels: [
			{
				omschrijving: 'UBL',
				grootboek: account ? { id: account.id, uri: account.uri } : null,
				kostenplaats: null,
				bedrag: invoice.total,
				btwSoort: 'Geen',
			},
		],
		btw: [],
		documents: [],
	};
	const codes = purchaseProblems(record, books);
	if (codes.length > 0) return refused(codes);
	rowsOf(books, path).push(record);
	keepInvoice(record, books);
	return record;
}

const isAnswer = (value: Row | Answer): value is Answer => 'status' in value;

function readContent({ body }: RouteCall, parameter: string): Buffer | Answer {
	if (!body) return refused(['ALG-0106']);
	const binder = createBinder(parameter);
	const content = binder.base64(body, 'Content');
	const fileName = binder.text(body, 'FileName');
	if (Object.keys(binder.problems).length > 0) return invalidModel(binder.problems);
	if (!content) return refused(['BLG-0011']);
	if (!fileName) return refused(['BLG-0007']);
	return Buffer.from(content, 'base64');
}

/** Purchase entries (inkoopboekingen), also read from UBL and from attachments. */
export const purchaseEntries: Resource = {
	routes: [
		...entries.routes,
		{
			method: 'POST',
			path: `${path}/ubl`,
			scopes: ['boekhouden:write', 'orders:write'],
			answer: (request, books) => {
				const content = readContent(request, 'ublContent');
				if (!Buffer.isBuffer(content)) return content;
				const invoice = readUbl(content.toString('utf8'), books);
				if (!invoice) return refused(['BOE-0092']);
				const booked = bookRead(invoice, books);
				return isAnswer(booked) ? booked : { status: 200, json: booked };
			},
		},
		{
			method: 'POST',
			path: `${path}/CreateFromAttachment`,
			scopes: ['boekhouden:write'],
			answer: (request, books) => {
				const content = readContent(request, 'attachment');
				if (!Buffer.isBuffer(content)) return content;
				if (content.length > largest) return refused(['BLG-0006']);
				const invoice = readUbl(content.toString('utf8'), books);
				const booked = invoice ? bookRead(invoice, books) : undefined;
				const isBooked = booked !== undefined && !isAnswer(booked);
				const instanceId = randomUUID().replace(/-/g, '');
				rowsOf(books, 'attachments').push({
					id: instanceId,
					status: isBooked ? 'Completed' : 'Failed',
					inkoopboekingId: isBooked ? booked.id : null,
				});
				return { status: 200, json: { instanceId } };
			},
		},
		{
			method: 'GET',
			path: `${path}/GetCreateFromAttachmentStatus`,
			scopes: ['boekhouden:write'],
			answer: ({ call }, books) => {
				const wanted = call.query.get('instanceId') ?? '';
				const found = rowsOf(books, 'attachments').find(({ id }) => id === wanted);
				return {
					status: 200,
					json: found
						? { status: found.status, inkoopboekingId: found.inkoopboekingId }
						: { status: 'NotFound', inkoopboekingId: null },
				};
			},
		},
		...collection({
			path: 'inkoopfacturen',
			entity: 'InkoopfactuurModel',
			parameter: 'inkoopfactuur',
			scopes: { read: ['orders:read'] },
			operations: ['list'],
			pageSize: 500,
		}).routes,
	],
	rows: { ...entries.rows, inkoopfacturen: () => [], attachments: () => [] },
};
