import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { WooCommerce } from '../../../nodes/WooCommerce/WooCommerce.node';
import { runNode } from '../../support/engine';
import { useShop } from './support';

const shop = useShop();
const download = (parameters: object = {}) =>
	shop.run({ resource: 'order', operation: 'downloadInvoice', orderId: id(29), ...parameters });
const id = (value: number) => ({ __rl: true, mode: 'id', value: String(value) });
const codeOf = (error: unknown) => (error as { context?: { code?: string } }).context?.code;

it('fetches the PDF of the usual plugin with the key of the order', async () => {
	shop.sandbox.switches.invoicesFor = 'key';
	const { outputs, error, rows } = await download();
	expect(error).toBeUndefined();
	expect(rows).toEqual([{ orderId: 29 }]);
	const { data, mimeType, fileName } = outputs[0]![0]!.binary!.data!;
	expect({ mimeType, fileName }).toEqual({ mimeType: 'application/pdf', fileName: '29.pdf' });
	expect(Buffer.from(data, 'base64').toString()).toMatch(/^%PDF-1\.4/);
});

it('says what the shop answers instead', async () => {
	shop.sandbox.switches.invoicesFor = 'signedIn';
	const { error } = await download();
	expect(codeOf(error)).toBe('INVOICE_NOT_GIVEN');
	expect(error!.message).toContain('HTTP 403');
	// The key of the order stands in the address: no message may repeat it.
	const { order_key: key } = shop.sandbox.orders.find((order) => order.id === 29)!;
	expect(JSON.stringify(error)).not.toContain(String(key));
});

/** Anything but a shop. */
async function withServer(
	listener: RequestListener,
	use: (origin: string) => Promise<void>,
): Promise<void> {
	const server: Server = createServer(listener);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	try {
		await use(`http://127.0.0.1:${port}`);
	} finally {
		server.closeAllConnections();
		await new Promise((done) => server.close(done));
	}
}

describe('an address that is not the shop', () => {
	it.each([
		['a host of its own', 'https://elsewhere.example/{id}.pdf', 'elsewhere.example'],
		['a host whose name begins as the shop', 'http://127.0.0.1.elsewhere.example/', 'elsewhere'],
		['no web address', 'ftp://{id}', ''],
		['a word', 'invoice', "'invoice' names no address"],
	])('is not asked: %s', async (_, invoiceAddress, words) => {
		const { error } = await download({ invoiceAddress });
		expect(codeOf(error)).toBe('INVOICE_NOT_GIVEN');
		expect(error!.message).toContain(words);
	});

	it('is not asked when it stands in a field of the order', async () => {
		let asked = 0;
		await withServer(
			(_, response) => void ((asked += 1), response.end('%PDF-1.4')),
			async (origin) => {
				const order = shop.sandbox.orders.find((one) => one.id === 29)!;
				const meta = [{ id: 1, key: '_invoice_url', value: `${origin}/29.pdf` }];
				shop.sandbox.putOrder({ ...order, meta_data: meta });
				const { error } = await download({ invoiceAddress: '{_invoice_url}' });
				expect(error!.message).toContain('not the shop');
			},
		);
		expect(asked).toBe(0);
	});

	it('is not asked when the order lacks the field', async () => {
		const { error } = await download({ invoiceAddress: '/invoices/{_no_such_field}.pdf' });
		expect(error!.message).toContain("no field '_no_such_field'");
	});
});

/** The node against a shop that gives the order, and whatever `invoice` does at /invoice. */
async function fromShop(invoice: RequestListener) {
	const seen: Array<string | undefined> = [];
	let done: Awaited<ReturnType<typeof runNode>> | undefined;
	await withServer(
		(request, response) => {
			if (request.url?.startsWith('/wp-json/')) {
				response.setHeader('content-type', 'application/json');
				response.end(JSON.stringify({ id: 29, number: '29', order_key: 'wc_order_1' }));
				return;
			}
			seen.push(request.headers.authorization ?? request.url);
			void invoice(request, response);
		},
		async (url) => {
			done = await runNode({
				node: new WooCommerce(),
				parameters: {
					resource: 'order',
					operation: 'downloadInvoice',
					orderId: id(29),
					invoiceAddress: '/invoice?of={id}',
				},
				credentials: { wooCommerceStoreApi: { url, consumerKey: 'ck_1', consumerSecret: 'cs_1' } },
			});
		},
	);
	return { ...done!, seen };
}

it('sends no key of the shop, and follows the shop only to itself', async () => {
	const { outputs, seen } = await fromShop((request, response) => {
		if (request.url?.startsWith('/invoice')) {
			response.writeHead(302, { location: '/files/29.pdf' }).end();
		} else response.end('%PDF-1.7 moved');
	});
	expect(outputs[0]).toHaveLength(1);
	expect(seen).toEqual(['/invoice?of=29', '/files/29.pdf']);
});

it.each<[string, RequestListener, string]>([
	[
		'a redirect to another host',
		(_, response) => void response.writeHead(302, { location: 'https://evil.example/a.pdf' }).end(),
		'evil.example',
	],
	[
		'a redirect to the shop without end',
		(_, response) => void response.writeHead(307, { location: '/invoice?again' }).end(),
		'without an end',
	],
	[
		'a page that says it is a PDF',
		(_, response) =>
			void response
				.writeHead(200, { 'content-type': 'application/pdf' })
				.end('<html>log in</html>'),
		'not a PDF',
	],
	['an empty answer', (_, response) => void response.end(), 'not a PDF'],
	[
		'an endless answer',
		(_, response) => {
			response.write('%PDF-1.4');
			const more = (): void => {
				while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024)));
				if (!response.destroyed) response.once('drain', more);
			};
			more();
		},
		'larger than the 10 MB',
	],
	['a broken connection', (request) => void request.socket.destroy(), 'closed unexpectedly'],
])('takes no file of %s', async (_, invoice, words) => {
	const { error } = await fromShop(invoice);
	expect(codeOf(error)).toBe('INVOICE_NOT_GIVEN');
	expect(error!.message).toContain(words);
});

it('waits no longer for an invoice that stops half-way', async () => {
	const waits: number[] = [];
	const timeout = AbortSignal.timeout.bind(AbortSignal);
	const spy = jest.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
		waits.push(milliseconds);
		return timeout(200);
	});
	const { error } = await fromShop((_, response) => void response.write('%PDF-1.4'));
	spy.mockRestore();
	expect(codeOf(error)).toBe('INVOICE_NOT_GIVEN');
	expect(error!.message).toContain('timed out');
	expect(waits).toEqual([60_000]);
}, 10_000);
