import { openSnelStart, type Json } from '../../sandbox/client';
import { account, planting, type Planting } from '../../support/flow/plant';
import { startStage, type Stage } from '../../support/flow/stage';
import { noonOfThe15th } from '../../support/months';

/**
 * Distance sales (OSS), the margin scheme, payments by gift card and customers with cards of their own;
 * each mistake is planted in the books themselves, never in a draft.
 */
let stage: Stage;
let at: Planting;

const OSS = 901;
const MARGIN = 902;
const BY_CARD = 903;
const [FIRST, SECOND] = [904, 905];

const onAll = (id: string) =>
	Object.fromEntries(
		['products', 'shipping', 'fees', 'discount'].map((name) => [`${name}AccountId`, id]),
	) as Record<
		'productsAccountId' | 'shippingAccountId' | 'feesAccountId' | 'discountAccountId',
		string
	>;

/** An account of the margin scheme (margeregeling); SnelStart's own chart has none. */
async function marginAccount(snelStart: Stage['sandbox']['snelStart']): Promise<string> {
	const books = await openSnelStart(snelStart);
	const made = await books.send('POST', '/grootboeken', {
		...{ nummer: 8190, omschrijving: 'Marge hoog', grootboekfunctie: 'VerkoopGlobalisatieHoog' },
		...{ nonactief: false, kostenplaatsVerplicht: false },
	});
	expect([made.status, made.text]).toEqual([201, expect.any(String)]);
	return String(made.json.id);
}

type Order = Stage['sandbox']['wooCommerce']['orders'][number];

/** One line of 100.00 with the VAT of a rate, paid by iDEAL, for somebody with an address of his own. */
function sell(id: number, country: string, percentage: number, changes: object = {}): void {
	const { wooCommerce } = stage.sandbox;
	const model = structuredClone(wooCommerce.orders.find((one) => one.id === 29)!);
	const vat = percentage.toFixed(2);
	const taxes = percentage === 0 ? [] : [{ id: 1, total: vat, subtotal: vat }];
	const moment = at.midMonth();
	const days = { date_created: moment, date_created_gmt: moment, date_paid: moment };
	const place = { country, postcode: '1000', city: 'Brussel', address_1: 'Straat 1' };
	const rate = { id: 7, rate_id: 1, rate_code: `${country}-BTW-1`, label: 'BTW', compound: false };
	wooCommerce.putOrder({
		...model,
		...{ id, number: String(id), status: 'processing', total_tax: vat, cart_tax: vat },
		...{ ...days, date_paid_gmt: moment, transaction_id: `tr_${id}`, customer_id: 0 },
		...{ discount_total: '0.00', discount_tax: '0.00', shipping_total: '0.00' },
		...{ shipping_tax: '0.00', meta_data: [], shipping_lines: [], fee_lines: [] },
		...{ coupon_lines: [], refunds: [], total: (100 + percentage).toFixed(2) },
		line_items: [
			{
				...{ id: id * 10, name: 'Article', sku: '', quantity: 1, product_id: 1, variation_id: 0 },
				...{ subtotal: '100.00', total: '100.00', subtotal_tax: vat, total_tax: vat },
				...{ meta_data: [], taxes },
			},
		],
		tax_lines:
			percentage === 0
				? []
				: [{ ...rate, tax_total: vat, shipping_tax_total: '0.00', rate_percent: percentage }],
		billing: { ...(model.billing as object), ...place, email: `${id}@mail.example` },
		shipping: { ...(model.shipping as object), ...place },
		...changes,
	} as Order);
}

const ofOne = (id: number) => {
	const { billing } = stage.sandbox.wooCommerce.orders.find((one) => one.id === id)!;
	return { billing: { ...(billing as object), email: 'one@mail.example' } };
};

beforeAll(async () => {
	stage = await startStage(async (client, { snelStart }) => {
		snelStart.switches.foreignVat = true;
		const { settings } = client;
		// Alone on the account of gift cards.
		const shops = settings.shops.filter(({ kind }) => kind === 'wooCommerce');
		const belgium = { country: 'BE', percentage: 21, vatKind: 'oss' as const };
		return {
			...client,
			shops: { woocommerce: client.shops.woocommerce! },
			settings: {
				...settings,
				shops: shops.map((shop) => ({ ...shop, marginScheme: true })),
				vatMapping: [...settings.vatMapping, { ...belgium, ...onAll(account(8180).id) }],
				margin: onAll(await marginAccount(snelStart)),
			},
		};
	});
	at = await planting(stage);
	sell(OSS, 'BE', 21);
	sell(MARGIN, 'NL', 0);
	sell(BY_CARD, 'NL', 21, {
		...{ total: '96.00', gift_cards: [{ id: 1, code: 'TEST', amount: '25.00' }] },
	});
	for (const id of [FIRST, SECOND]) {
		sell(id, 'NL', 21);
		at.changeOrder(id, ofOne(id));
	}
	for (const { id } of [...stage.sandbox.wooCommerce.orders]) {
		if (id < OSS || id > SECOND) stage.sandbox.wooCommerce.removeOrder(id);
	}
	await at.run('Hourly order sync WooCommerce', 'Every hour');
	await at.run('Daily payment matching WooCommerce', 'Every day');
});
afterAll(async () => await stage?.sandbox.stop());

it('nothing, where nothing is wrong', async () => {
	expect(await at.found()).toEqual([]);
	expect(at.told('summary')).toMatchObject({ shopTotal: 5, booksTotal: 5 });
});

it('a distance sale on a card that was moved to another country', async () => {
	const { klant } = await at.entry(`W${OSS}`);
	const card = await at.get(`/relaties/${klant.id}`);
	const germany = (await at.get('/landen')).find(({ landcode }: Json) => landcode === 'DE');
	const place = { ...card.vestigingsAdres, land: { id: germany.id } };
	const differences = await at.planted(
		() => at.send('PUT', `/relaties/${card.id}`, { ...card, vestigingsAdres: place }),
		() => at.send('PUT', `/relaties/${card.id}`, card),
	);
	expect(differences).toEqual([['wrongCard', '901', 'W901', 0, 'oss']]);
	expect(at.told('wrongCard')).toMatchObject({ shopTotal: 121, booksTotal: 121 });
});

it('a distance sale that stands on Dutch turnover, with Dutch VAT', async () => {
	const old = await at.entry(`W${OSS}`);
	const dutch = await at.entry(`W${FIRST}`);
	const differences = await at.planted(
		() =>
			at.replace(old, {
				...{ boekingsregels: dutch.boekingsregels, btw: dutch.btw, klant: dutch.klant },
			}),
		() => at.replace(old, {}),
	);
	expect(differences).toEqual([
		['wrongCard', '901', 'W901', 0, 'oss'],
		['wrongRate', '901', 'W901', 0, '1a, oss'],
	]);
	const none = { shopTotal: 100, shopVat: 21, booksTotal: 0, booksVat: 0 };
	expect(at.told('box', { box: 'oss' })).toMatchObject(none);
});

it('goods of the margin scheme that stand in box 1e', async () => {
	const old = await at.entry(`W${MARGIN}`);
	const [line] = old.boekingsregels;
	const differences = await at.planted(
		() => at.replace(old, { boekingsregels: [{ ...line, grootboek: account(8040) }] }),
		() => at.replace(old, {}),
	);
	expect(differences).toEqual([['wrongRate', '902', 'W902', 0, '1e, none']]);
});

it('a payment by gift card that was deleted, so that the account of gift cards lacks it', async () => {
	const old = await at.memorial(BY_CARD, 'Gift card');
	const again = structuredClone(old);
	for (const name of ['id', 'uri', 'modifiedOn']) delete again[name];
	const differences = await at.planted(
		() => at.send('DELETE', `/memoriaalboekingen/${old.id}`),
		() => at.send('POST', '/memoriaalboekingen', again),
	);
	expect(differences).toEqual([
		['giftCards', '903', 'W903', 25, ''],
		['openItem', '903', 'W903', 25, ''],
	]);
});

it('a payment by gift card that stands on another account', async () => {
	const old = await at.memorial(BY_CARD, 'Gift card');
	const path = `/memoriaalboekingen/${old.id}`;
	const [line] = old.memoriaalBoekingsRegels;
	const lines = [{ ...line, grootboek: account(4900) }];
	const differences = await at.planted(
		() => at.send('PUT', path, { ...old, memoriaalBoekingsRegels: lines }),
		() => at.send('PUT', path, old),
	);
	expect(differences).toEqual([['giftCards', '903', 'W903', 25, '']]);
});

describe('the balance of gift cards', () => {
	const table = () => stage.engine.table('PeriodChecks');
	const twoMonthsAgo = () => noonOfThe15th(stage.now(), 2);
	const lastDay = () => {
		const first = new Date(`${at.midMonth().slice(0, 8)}01T00:00:00Z`);
		return new Date(first.getTime() - 86_400_000).toISOString().slice(0, 10);
	};

	it('is told, with what it was at first', async () => {
		expect(await at.found()).toEqual([]);
		// Nothing was sold; 25.00 of 121.00 was paid by card.
		expect(at.told('giftCardBalance')).toMatchObject({
			...{ invoiceNumber: '1550', shopTotal: -25, booksTotal: -25, difference: 0 },
		});
	});

	it('of an earlier month, in which a card of 40.00 was sold and never booked, differs until it is', async () => {
		const { client, shop } = at.told('giftCardBalance') as { client: string; shop: string };
		table().insert({
			...{ client, shop, kind: 'giftCardBalance', shopTotal: 40, booksTotal: 0 },
			...{ periodFrom: `${lastDay().slice(0, 8)}01`, periodUntil: lastDay() },
		});
		expect(await at.found()).toEqual([['giftCards', '', '', -40, '']]);
		expect(at.told('giftCards')).toMatchObject({ shopTotal: 15, booksTotal: -25 });
		const { id } = await at.byHand(twoMonthsAgo(), [
			['Gift card', 1550, -40],
			['Gift card', 1104, 40],
		]);
		expect(await at.found()).toEqual([]);
		expect(at.told('giftCardBalance', { shopTotal: 15 })).toMatchObject({ booksTotal: 15 });
		await at.send('DELETE', `/memoriaalboekingen/${id}`);
		table().rows = table().rows.filter(({ periodUntil }) => periodUntil !== lastDay());
	});
});

it('a second card of the same customer, with one of his sales', async () => {
	const old = await at.entry(`W${SECOND}`);
	const { id: _id, uri: _uri, ...card } = await at.get(`/relaties/${old.klant.id}`);
	void [_id, _uri];
	const twin = await at.send('POST', '/relaties', { ...card, relatiecode: null });
	const differences = await at.planted(
		() => at.replace(old, { klant: { id: twin.id } }),
		() => at.replace(old, {}),
	);
	expect(differences).toEqual([['customerDoubled', '905', 'W905', 0, '']]);
	expect(at.told('customerDoubled')).toMatchObject({ shopTotal: 121, booksTotal: 121 });
});
