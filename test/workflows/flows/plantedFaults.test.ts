import { guidFor } from '../../../sandbox/snelstart/identity';
import type { Json } from '../../sandbox/client';
import { amountRefund } from '../../support/amountRefund';
import { account, planting, type Planting } from '../../support/flow/plant';
import { startStage, type Stage } from '../../support/flow/stage';
import { lastDayOfLastMonth } from '../../support/months';

/** Each mistake is planted in the books or the shop themselves, never in a draft. */
let stage: Stage;
let at: Planting;

const shop = () => stage.sandbox.wooCommerce;
const SOMETHING = expect.stringMatching(/./);

beforeAll(async () => {
	stage = await startStage();
	at = await planting(stage);
	const moment = at.midMonth();
	for (const { id } of [...shop().orders]) {
		at.changeOrder(id, { date_created: moment, date_created_gmt: moment });
	}
	await at.run('Hourly order sync WooCommerce', 'Every hour');
	await at.run('Daily payment matching WooCommerce', 'Every day');
});
afterAll(async () => await stage?.sandbox.stop());

const onAccount = (old: Json, number: number) => ({
	boekingsregels: old.boekingsregels.map((line: Json) => ({ ...line, grootboek: account(number) })),
});

it('nothing, where nothing is wrong', async () => {
	expect(await at.found()).toEqual([]);
});

it('goods for export that somebody put on an account of box 1e', async () => {
	const old = await at.entry('W34');
	const differences = await at.planted(
		() => at.replace(old, onAccount(old, 8040)),
		() => at.replace(old, {}),
	);
	expect(differences).toEqual([['wrongRate', '34', 'W34', 0, '1e, 3a']]);
	const ofExport = { shopTotal: 68.83, booksTotal: 0, difference: -68.83 };
	expect(at.told('box', { box: '3a' })).toMatchObject(ofExport);
});

it('a delivery to an EU business (ICP) that somebody put on the account of export', async () => {
	const old = await at.entry('W32');
	const differences = await at.planted(
		() => at.replace(old, onAccount(old, 8170)),
		() => at.replace(old, {}),
	);
	expect(differences).toEqual([['wrongRate', '32', 'W32', 0, '3a, 3b']]);
	expect(at.told('icp')).toMatchObject({ shopTotal: 116.92, booksTotal: 0, difference: -116.92 });
});

it('a gift card that was sold, and stands on an account of turnover', async () => {
	const old = await at.entry('W39');
	const differences = await at.planted(
		() => at.replace(old, onAccount(old, 8040)),
		() => at.replace(old, {}),
	);
	expect(differences).toEqual([
		['giftCards', '39', 'W39', -25, ''],
		['wrongRate', '39', 'W39', 0, '1e, none'],
	]);
});

it('an amount that was changed by hand', async () => {
	const old = await at.entry('W46');
	const [line] = old.boekingsregels;
	const change = async () => {
		const [vat] = old.btw;
		await at.replace(old, {
			factuurbedrag: 12.1,
			boekingsregels: [{ ...line, bedrag: 10 }],
			btw: [{ ...vat, btwBedrag: 2.1 }],
		});
	};
	expect(await at.planted(change, () => at.replace(old, {}))).toEqual([
		// 12.95 less 12.10; its open item is as much less, and agrees with that.
		['wrongAmount', '46', 'W46', -0.85, '1a'],
	]);
});

describe('an entry that was booked once more', () => {
	const twice = ['bookedTwice', '28', 'W28', 62.3, '1a, 1b, 1e'];

	it.each([
		['under a number that names the order', { factuurnummer: '28', omschrijving: 'Kopie' }],
		['under another number and text', { factuurnummer: '2026-78', omschrijving: 'Kopie' }],
	])('%s', async (_, changes) => {
		const old = await at.entry('W28');
		let twin: Json;
		const differences = await at.planted(
			async () => {
				twin = await at.copy(old, changes);
			},
			() => at.send('DELETE', `/verkoopboekingen/${twin.id}`),
		);
		expect(differences).toEqual([twice]);
	});
});

it('a payment on the invoice of another order', async () => {
	const old = await at.memorial(37);
	const path = `/memoriaalboekingen/${old.id}`;
	const [sale] = old.verkoopboekingBoekingsRegels;
	const boekingId = { id: (await at.entry('W42')).id };
	const differences = await at.planted(
		() => at.send('PUT', path, { ...old, verkoopboekingBoekingsRegels: [{ ...sale, boekingId }] }),
		() => at.send('PUT', path, old),
	);
	expect(differences).toEqual([
		['openItem', '37', 'W37', 22.27, ''],
		['openItem', '42', 'W42', -22.27, ''],
	]);
});

it('an entry that was deleted', async () => {
	const { id, ...old } = await at.entry('W46');
	const differences = await at.planted(
		() => at.send('DELETE', `/verkoopboekingen/${id}`),
		() => at.copy(old, {}),
	);
	expect(differences).toEqual([['missing', '46', 'W46', -12.95, '1a']]);
});

it('a sale without an order and a credit note without a sale', async () => {
	const old = await at.entry('W46');
	const plant = async () => {
		await at.copy(old, { factuurnummer: 'W9901', omschrijving: 'By hand' });
		const turned = (row: Json, field: string) => ({ ...row, [field]: -row[field] });
		await at.copy(old, {
			...{ factuurnummer: 'CW9902', omschrijving: 'By hand', factuurbedrag: -12.95 },
			boekingsregels: old.boekingsregels.map((row: Json) => turned(row, 'bedrag')),
			btw: old.btw.map((row: Json) => turned(row, 'btwBedrag')),
		});
	};
	const mend = async () => {
		for (const number of ['W9901', 'CW9902']) {
			await at.send('DELETE', `/verkoopboekingen/${(await at.entry(number)).id}`);
		}
	};
	expect(await at.planted(plant, mend)).toEqual([
		['creditWithoutSale', '', 'CW9902', -12.95, '1a'],
		['saleWithoutOrder', '', 'W9901', 12.95, '1a'],
	]);
});

it('a payment that stands on the account of another provider', async () => {
	const old = await at.memorial(37);
	const lines = old.memoriaalBoekingsRegels.map((line: Json) => ({
		...line,
		grootboek: account(1106),
	}));
	const path = `/memoriaalboekingen/${old.id}`;
	const differences = await at.planted(
		() => at.send('PUT', path, { ...old, memoriaalBoekingsRegels: lines }),
		() => at.send('PUT', path, old),
	);
	expect(differences).toEqual([['paymentAccount', '37', 'W37', 0, '']]);
});

it('a payment that was deleted, so that the invoice is open again', async () => {
	const old = await at.memorial(37);
	const again = structuredClone(old);
	for (const name of ['id', 'uri', 'modifiedOn']) delete again[name];
	const differences = await at.planted(
		() => at.send('DELETE', `/memoriaalboekingen/${old.id}`),
		() => at.send('POST', '/memoriaalboekingen', again),
	);
	expect(differences).toEqual([['openItem', '37', 'W37', 22.27, '']]);
});

it('an invoice that is settled although the shop says that it is unpaid', async () => {
	const { date_paid, date_paid_gmt } = shop().orders.find(({ id }) => id === 42) as Json;
	const differences = await at.planted(
		async () => at.changeOrder(42, { date_paid: null, date_paid_gmt: null }),
		async () => at.changeOrder(42, { date_paid, date_paid_gmt }),
	);
	expect(differences).toEqual([['openItem', '42', 'W42', -54.48, '']]);
});

it('a credit note that was deleted', async () => {
	shop().putRefund(amountRefund(9301, 38, '5.00', at.midMonth()));
	await at.run('Hourly refund sync WooCommerce', 'Every hour');
	const { id, ...old } = await at.entry('CW9301');
	const differences = await at.planted(
		() => at.send('DELETE', `/verkoopboekingen/${id}`),
		() => at.copy(old, {}),
	);
	expect(differences).toEqual([['missing', '38', 'CW9301', 5, SOMETHING]]);
});

it('a gift card that was sold, and taken off its account by hand', async () => {
	let planted: Json;
	const differences = await at.planted(
		async () => {
			planted = await at.byHand(at.midMonth(), [
				['By hand', 1550, 10],
				['By hand', 1104, -10],
			]);
		},
		() => at.send('DELETE', `/memoriaalboekingen/${planted.id}`),
	);
	expect(differences).toEqual([['giftCards', '', '', -10, '']]);
});

it('a payment of another amount than was paid', async () => {
	const old = await at.memorial(37);
	const path = `/memoriaalboekingen/${old.id}`;
	const [line] = old.memoriaalBoekingsRegels;
	const [sale] = old.verkoopboekingBoekingsRegels;
	const differences = await at.planted(
		() =>
			at.send('PUT', path, {
				...old,
				memoriaalBoekingsRegels: [{ ...line, debet: 20 }],
				verkoopboekingBoekingsRegels: [{ ...sale, bedrag: 20 }],
			}),
		() => at.send('PUT', path, old),
	);
	// 22.27 less 20.00.
	expect(differences).toEqual([['openItem', '37', 'W37', 2.27, '']]);
});

it('a credit note on another customer than its sale', async () => {
	const old = await at.entry('CW9301');
	const { klant } = await at.entry('W35');
	expect(klant.id).not.toBe(old.klant.id);
	const differences = await at.planted(
		() => at.replace(old, { klant }),
		() => at.replace(old, {}),
	);
	expect(differences).toEqual([['creditOnOtherCard', '38', 'CW9301', 0, '']]);
});

describe('on the account of the payment provider', () => {
	let old: Json;
	let payout: Json;
	/** Payment 37 of 22.27 is of last month; what was paid out of it then is planted. */
	const paidOut = async (lines: Array<[string, number, number]>) =>
		await at.planted(
			async () => {
				payout = await at.byHand(at.midMonth(), lines);
			},
			() => at.send('DELETE', `/memoriaalboekingen/${payout.id}`),
		);
	beforeAll(async () => {
		old = await at.memorial(37);
		await at.send('PUT', `/memoriaalboekingen/${old.id}`, { ...old, datum: at.midMonth() });
	});
	afterAll(() => at.send('PUT', `/memoriaalboekingen/${old.id}`, old));

	it('a refund that was made at the provider alone', async () => {
		const differences = await paidOut([
			['Payment 37', 1104, -22.27],
			['Refund 37', 1104, 5],
			['Payout', 1106, 17.27],
		]);
		expect(differences).toEqual([['clearingAccount', '37', '', 5, '']]);
	});

	it('a payout that came once more with a statement (MT940) into the journal of the bank', async () => {
		// 22.27 less 0.27 of costs: 22.00 paid out.
		const own = await at.byHand(at.midMonth(), [
			['Payment 37', 1104, -22.27],
			['Fees', 4310, 0.27],
			['Mollie 1234567.2610.01', 1105, 22],
		]);
		let line: Json;
		const omschrijving = 'STICHTING MOLLIE PAYMENTS';
		const differences = await at.planted(
			async () => {
				line = await at.send('POST', '/bankboekingen', {
					...{ dagboek: { id: guidFor('dagboeken', 2) }, datum: at.midMonth(), boekstuk: 'MT940' },
					...{ omschrijving, bedragOntvangen: 22, bedragUitgegeven: 0 },
					grootboekBoekingsRegels: [
						{ omschrijving, grootboek: account(1104), debet: 0, credit: 22 },
					],
				});
			},
			() => at.send('DELETE', `/bankboekingen/${line.id}`),
		);
		await at.send('DELETE', `/memoriaalboekingen/${own.id}`);
		expect(differences).toEqual([['clearingAccount', 'Mollie 1234567.2610.01', '', -22, '']]);
	});

	it('a payment that came once more with a statement (MT940), on the invoice', async () => {
		const { id } = await at.entry('W37');
		let line: Json;
		const differences = await at.planted(
			async () => {
				line = await at.send('POST', '/bankboekingen', {
					...{ dagboek: { id: guidFor('dagboeken', 7) }, datum: at.midMonth(), boekstuk: 'MT940' },
					...{ omschrijving: 'iDEAL', bedragOntvangen: 22.27, bedragUitgegeven: 0 },
					verkoopboekingBoekingsRegels: [
						{ boekingId: { id }, omschrijving: '37', debet: 0, credit: 22.27 },
					],
				});
			},
			() => at.send('DELETE', `/bankboekingen/${line.id}`),
		);
		expect(differences).toEqual([
			['openItem', '37', 'W37', -22.27, ''],
			['paymentAccount', '37', 'W37', 0, ''],
		]);
	});

	it('an exchange difference that was left', async () => {
		const differences = await paidOut([
			['Payment 37', 1104, -22.27],
			['Exchange difference 37', 1104, 0.27],
			['Payout', 1106, 22],
		]);
		expect(differences).toEqual([['clearingAccount', '37', '', 0.27, '']]);
	});
});

it('a payment that the provider paid out in part, and a payout of nothing that was booked', async () => {
	// The card of the account (grootboekkaart), as SnelStart holds it.
	const balance = (): number => {
		const account1104 = guidFor('grootboek', '1104');
		return stage.sandbox.snelStart.books
			.summary()
			.memorialEntries.filter((one) => (one as unknown as Json).datum.slice(0, 10) <= lastDay)
			.flatMap(({ memoriaalBoekingsRegels: lines }) => lines as Json[])
			.filter(({ grootboek }) => grootboek.id === account1104)
			.reduce((all, { debet, credit }) => all + Math.round((debet - credit) * 100), 0);
	};
	const lastDay = lastDayOfLastMonth(stage.now());
	const clearing = () => at.told('clearing', { invoiceNumber: '1104' })!;
	const old = await at.memorial(37);
	const datum = at.midMonth();
	await at.send('PUT', `/memoriaalboekingen/${old.id}`, { ...old, datum });
	await at.found();
	const before = Math.round(Number(clearing().booksTotal) * 100);
	const paidOut = await at.byHand(datum, [
		['Payment 37', 1104, -10],
		['Payment tr_lost', 1104, -5],
		['Payout', 1106, 15],
	]);
	const differences = await at.found();
	expect(differences.filter(([kind]) => kind === 'clearingAccount')).toEqual([
		['clearingAccount', '37', '', 12.27, ''],
		['clearingAccount', 'tr_lost', '', -5, ''],
	]);
	const row = clearing();
	expect(Math.round(Number(row.booksTotal) * 100)).toBe(before - 1500);
	expect(Number(row.booksTotal)).toBe(balance() / 100);
	expect(row.found).toContain('tr_lost: € -5.00');
	await at.send('DELETE', `/memoriaalboekingen/${paidOut.id}`);
	await at.send('PUT', `/memoriaalboekingen/${old.id}`, old);
});

it('entries that came late into a VAT period that was filed, and a supplement', async () => {
	const old = await at.entry('W46');
	const [[line], [vat]] = [old.boekingsregels, old.btw];
	// As when it was booked in SnelStart itself.
	stage.sandbox.snelStart.switches.filedReturns = 'accept';
	// The second quarter of 2024 was filed: 5,000.00 at 21 % is 1,050.00 of VAT.
	for (const [number, net] of [
		['LATE-1', 4000],
		['LATE-2', 1000],
	] as const) {
		const tax = net * 0.21;
		await at.copy(old, {
			...{ factuurnummer: number, factuurdatum: '2024-05-15', factuurbedrag: net + tax },
			boekingsregels: [{ ...line, bedrag: net }],
			btw: [{ ...vat, btwBedrag: tax }],
		});
	}
	expect(await at.found()).toEqual([['afterFiling', '', 'LATE-1, LATE-2', 1050, '1a']]);
	expect(at.told('afterFiling')?.tip).toContain('suppletie');
});
