import { foreignVatAccountId, type LineKind } from './accounts';
import { countries } from './countries';
import { guidFor } from './identity';
import type { Switches } from './switches';

const reference = (resource: string, id: string) => ({ id, uri: `/${resource}/${id}` });
const row = <T extends object>(resource: string, key: string | number, fields: T) => ({
	...reference(resource, guidFor(resource, key)),
	...fields,
});

/** The seven journals (dagboeken). */
export const journals = (
	[
		[1, 'Kas', 'Kas'],
		[2, 'Bank', 'Bank'],
		[3, 'Debiteuren', 'Verkoop'],
		[4, 'Crediteuren', 'Inkoop'],
		[5, 'Memoriaal', 'Memoriaal'],
		[6, 'Balans', 'Balans'],
		[7, 'PayPal', 'Bank'],
	] as const
).map(([nummer, omschrijving, soort]) =>
	row('dagboeken', nummer, { omschrijving, soort, nonactief: false, nummer }),
);

/** Cost centres (kostenplaatsen): one in use, one no longer. */
export const costCentres = [
	row('kostenplaatsen', 1, { omschrijving: 'Webwinkel', nonactief: false, nummer: 1 }),
	row('kostenplaatsen', 2, { omschrijving: 'Filiaal Utrecht', nonactief: false, nummer: 2 }),
	row('kostenplaatsen', 9, { omschrijving: 'Opgeheven filiaal', nonactief: true, nummer: 9 }),
];

/** Sales order templates (verkoopordersjablonen). */
export const salesOrderTemplates = [
	row('verkoopordersjablonen', 1, {
		omschrijving: 'Standaard (exclusief btw)',
		nonactief: false,
		prijsIngaveExclusiefBtw: true,
		nieuweOrdersBlokkeren: false,
		extraHoofdVelden: [],
		extraRegelVelden: [],
	}),
	row('verkoopordersjablonen', 2, {
		omschrijving: 'Webwinkel (inclusief btw)',
		nonactief: false,
		prijsIngaveExclusiefBtw: false,
		nieuweOrdersBlokkeren: false,
		extraHoofdVelden: [],
		extraRegelVelden: [],
	}),
];

/** Article revenue groups (artikelomzetgroepen). */
export const revenueGroups = (
	[
		[1, 'Hoog btw (goederen)', 8000, 'Hoog'],
		[2, 'Laag btw (goederen)', 8010, 'Laag'],
		[3, 'Overig btw (goederen)', 8020, 'Overig'],
		[4, 'Nultarief (goederen)', 8040, 'Geen'],
		[5, 'Hoog btw (diensten)', 8500, 'Hoog'],
		[6, 'Laag btw (diensten)', 8510, 'Laag'],
		[7, 'Verzendkosten hoog', 8300, 'Hoog'],
		[8, 'Verzendkosten laag', 8310, 'Laag'],
	] as const
).map(([nummer, omschrijving, account, kind]) =>
	row('artikelomzetgroepen', nummer, {
		nummer,
		omschrijving,
		verkoopGrootboekNederlandIdentifier: reference('grootboeken', guidFor('grootboek', account)),
		verkoopNederlandBtwSoort: kind,
	}),
);

export interface VatRate {
	btwSoort: LineKind;
	btwPercentage: number;
	datumVanaf: string;
	datumTotEnMet: string;
}

const rate = (btwSoort: LineKind, btwPercentage: number, from: string, to: string): VatRate => ({
	btwSoort,
	btwPercentage,
	datumVanaf: `${from}T00:00:00`,
	datumTotEnMet: `${to}T00:00:00`,
});

/** Dutch VAT rates through time (btwtarieven, SS-263). */
export const vatRates: VatRate[] = [
	rate('Geen', 0, '1900-01-01', '2400-12-31'),
	rate('Laag', 9, '2019-01-01', '2400-12-31'),
	rate('Laag', 6, '1986-10-01', '2018-12-31'),
	rate('Hoog', 21, '2012-10-01', '2400-12-31'),
	rate('Hoog', 19, '2001-01-01', '2012-09-30'),
	rate('Hoog', 17.5, '1992-10-01', '2000-12-31'),
	rate('Overig', 0, '1968-01-01', '2400-12-31'),
];

/** The percentage of a kind on a calendar date (yyyy-MM-dd); undefined before the first rate. */
export function percentageOn(kind: LineKind, date: string): number | undefined {
	const day = `${date}T00:00:00`;
	return vatRates.find(
		(one) => one.btwSoort === kind && one.datumVanaf <= day && day <= one.datumTotEnMet,
	)?.btwPercentage;
}

/** Rates of a country; one that changed has the day from which the new one counts. */
const foreign = (
	countryCode: string,
	rates: Record<string, number>,
	changed: Array<[rateCode: string, rate: number, validFrom: string]> = [],
) => ({
	countryCode,
	vatRates: [
		...Object.entries(rates).map(([rateCode, rate]) => [rateCode, rate, '2021-07-01'] as const),
		...changed,
	].map(([rateCode, rate, validFrom]) => ({
		rateCode,
		rate,
		validFrom: `${validFrom}T00:00:00`,
	})),
});

/** Foreign rates for distance sales (vatrates), by three-letter country. */
export const foreignVatRates = [
	foreign('BEL', { SR: 21, RRH: 12, RRL: 6 }),
	foreign('DEU', { SR: 19, RRL: 7 }),
	foreign('FRA', { SR: 20, RRH: 10, RRL: 5.5, SRR: 2.1 }),
	foreign('AUT', { SR: 20, RRH: 13, RRL: 10 }),
	foreign('DNK', { SR: 25 }),
	foreign('ESP', { SR: 21, RRL: 10, SRR: 4 }),
	foreign('FIN', { SR: 24, RRH: 14, RRL: 10 }, [
		['SR', 25.5, '2024-09-01'],
		['RRH', 13.5, '2026-01-01'],
	]),
	foreign('GRC', { SR: 24, RRH: 13, RRL: 6 }),
	foreign('ITA', { SR: 22, RRH: 10, RRL: 5, SRR: 4 }),
	foreign('LUX', { SR: 17, PR: 14, RRL: 8, SRR: 3 }, [
		['SR', 16, '2023-01-01'],
		['SR', 17, '2024-01-01'],
	]),
	foreign('POL', { SR: 23, RRH: 8, RRL: 5 }),
	foreign('SWE', { SR: 25, RRH: 12, RRL: 6 }),
];

/** The administration's own card (companyInfo); `year` is the current book year. */
export const companyInfo = (
	year: number,
	{ foreignVat, itemCodeKind, itemCodeMaxLength }: Switches,
) => ({
	administratieIdentifier: guidFor('administratie', 1),
	administratieNaam: 'Voorbeeld Webwinkel',
	bedrijfsnaam: 'Voorbeeld Webwinkel B.V.',
	contactpersoon: 'A. Voorbeeld',
	adres: 'Proefstraat 1',
	postcode: '1012 AB',
	plaats: 'Amsterdam',
	telefoon: '',
	email: 'boekhouding@winkel.example',
	website: 'https://winkel.example',
	iban: '',
	bic: '',
	btwNummer: '810755610B01',
	btwIdentificatieNummer: 'NL810755610B01',
	kvKNummer: '12345678',
	rechtsvorm: 'Bv',
	huidigBoekjaar: year,
	beginmaandFiscaleBoekjaar: 1,
	btwAangiftePeriodeSoort: 'Kwartaal',
	icpAangiftePeriodeSoort: 'Kwartaal',
	aantalVoorloopnullenGrootboekrekeningen: 0,
	artikelcodeSoort: itemCodeKind,
	artikelcodeMaxLengte: itemCodeMaxLength,
	verkoopprijsArtikelbestandExclusiefBtw: true,
	aantalDecimalenArtikelprijzen: 2,
	aantalDecimalenArtikelaantallen: 2,
	volgendFactuurnummer: 1,
	volgendVerkoopordernummer: 1,
	factureerBuitenlandsBtw: foreignVat,
	buitenlandseBtwGrootboek: reference('grootboeken', foreignVatAccountId),
	factureerBuitenlandsBtwRanges: [],
});

/** Lists that are only read; none of them looks at OData (SS-320). */
export const plainLists: Record<string, { scope: string; rows: object[]; hasGet?: true }> = {
	dagboeken: { scope: 'boekhouden:read', rows: journals },
	landen: { scope: 'settings:read', rows: countries, hasGet: true },
	btwtarieven: { scope: 'settings:read', rows: vatRates },
	verkoopordersjablonen: { scope: 'orders:read', rows: salesOrderTemplates, hasGet: true },
	artikelomzetgroepen: { scope: 'artikelen:read', rows: revenueGroups, hasGet: true },
};
