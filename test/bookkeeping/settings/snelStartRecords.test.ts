import {
	toCompany,
	toCountry,
	toJournal,
	toLedgerAccount,
	toOssRates,
	toRevenueGroup,
	toSalesOrderTemplate,
	toVatRates,
} from '../../../bookkeeping/settings/snelStartRecords';

test('a ledger account, with the VAT that its lines take', () => {
	expect(
		toLedgerAccount({
			id: 'a1',
			nummer: 8000,
			omschrijving: 'Omzet hoog',
			nonactief: false,
			grootboekfunctie: 'VerkopenOmzetHoog',
			btwSoort: ['Hoog', 'Nieuw'],
			kostenplaatsVerplicht: true,
			rekeningCode: 'WinstEnVerlies',
			grootboekRubriek: 'Omzet',
			vatRateCode: null,
		}),
	).toEqual({
		...{ id: 'a1', number: 8000, name: 'Omzet hoog', inactive: false },
		...{ function: 'VerkopenOmzetHoog', vatKinds: ['high'], costCentreRequired: true },
		...{ accountCode: 'WinstEnVerlies', category: 'Omzet', vatRateCode: '' },
	});
});

test('a VAT rate of an unknown word is left out', () => {
	const row = { btwPercentage: 9, datumVanaf: '2019-01-01T00:00:00', datumTotEnMet: '9999-12-31' };
	expect(toVatRates({ ...row, btwSoort: 'Laag' })).toEqual([
		{ vatKind: 'low', percentage: 9, validFrom: '2019-01-01', validTo: '9999-12-31' },
	]);
	expect(toVatRates({ ...row, btwSoort: 'Middel' })).toEqual([]);
});

test('rates of another country get its two letters; Greece those of ISO', () => {
	const countries = [
		toCountry({ id: 'c1', naam: 'Duitsland', landcode: 'de', landcodeISO: 'deu' }),
		toCountry({ id: 'c2', naam: 'Griekenland', landcode: 'EL', landcodeISO: 'GRC' }),
	];
	const rates = [{ rateCode: 'SR', rate: 19, validFrom: '2021-01-01T00:00:00' }];
	expect(toOssRates({ countryCode: 'DEU', vatRates: rates }, countries)).toEqual([
		{ country: 'DE', rateCode: 'SR', percentage: 19, validFrom: '2021-01-01' },
	]);
	expect(toOssRates({ countryCode: 'GRC', vatRates: rates }, countries)).toMatchObject([
		{ country: 'GR' },
	]);
});

test('journals, templates, revenue groups and the administration', () => {
	const row = { id: 'x', nummer: 2, omschrijving: 'Naam', nonactief: true };
	const picked = { id: 'x', number: 2, name: 'Naam', inactive: true };
	expect(toJournal({ ...row, soort: 'Bank' })).toEqual({ ...picked, kind: 'Bank' });
	expect(toRevenueGroup({ ...row, verkoopNederlandBtwSoort: 'Hoog' })).toEqual({
		...picked,
		vatKind: 'high',
	});
	expect(toSalesOrderTemplate({ ...row, prijsIngaveExclusiefBtw: true })).toEqual({
		...{ id: 'x', name: 'Naam', inactive: true },
		...{ pricesExcludeVat: true, newOrdersBlocked: false },
	});
	expect(
		toCompany({ administratieNaam: 'Bloem', buitenlandseBtwGrootboek: { id: 'g' } }),
	).toMatchObject({
		name: 'Bloem',
		foreignVatEnabled: false,
		foreignVatLedgerAccountId: 'g',
		itemPriceDecimals: 2,
	});
	expect(toCompany({ buitenlandseBtwGrootboek: null }).foreignVatLedgerAccountId).toBe('');
});
