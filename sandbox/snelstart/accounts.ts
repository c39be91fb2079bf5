import { guidFor } from './identity';

/** VAT kinds of a line, an account and a rate (SS-240). */
export const lineKinds = ['Geen', 'Laag', 'Hoog', 'Overig'] as const;
export type LineKind = (typeof lineKinds)[number];

export interface Account {
	id: string;
	uri: string;
	modifiedOn: string;
	omschrijving: string;
	kostenplaatsVerplicht: boolean;
	rekeningCode: 'Balans' | 'WinstEnVerlies';
	nonactief: boolean;
	nummer: number;
	grootboekfunctie: string;
	grootboekRubriek: string;
	rgsCode: Array<{ versie: string; rgsCode: string }>;
	btwSoort: LineKind[];
	vatRateCode: string | null;
}

/** Which line kinds an account takes, by its function (SS-250); all others take Geen only. */
export const kindsOf: Record<string, LineKind[]> = {
	VerkopenOmzetHoog: ['Hoog'],
	VerkopenOmzetLaag: ['Laag'],
	VerkopenOmzetOverig: ['Overig'],
	InkopenKostenAlleBtwTarieven: ['Geen', 'Laag', 'Hoog', 'Overig'],
	InkopenVraagPosten: ['Geen', 'Laag', 'Hoog', 'Overig'],
	InkopenKostenHoog: ['Hoog'],
	InkopenKostenLaag: ['Laag'],
};

/** Number, name, function, category; numbers below 4000 are on the balance sheet. */
const chart: Array<[number, string, string, string]> = [
	[1000, 'Kas', 'DagboekKas', 'Liquide middelen'],
	[1100, 'Bank', 'DagboekBank', 'Liquide middelen'],
	[1101, 'PayPal', 'DagboekBank', 'Liquide middelen'],
	[1104, 'Mollie tussenrekening', 'TussenrekeningBetalingen', 'Liquide middelen'],
	[1105, 'Kruisposten', 'Kruisposten', 'Liquide middelen'],
	[1106, 'Stripe tussenrekening', 'TussenrekeningBetalingen', 'Liquide middelen'],
	[1107, 'PayPal tussenrekening', 'TussenrekeningBetalingen', 'Liquide middelen'],
	[1108, 'Klarna tussenrekening', 'TussenrekeningBetalingen', 'Liquide middelen'],
	[1109, 'Reserves betaalproviders', 'TussenrekeningBetalingen', 'Liquide middelen'],
	[1300, 'Debiteuren', 'DagboekVerkoop', 'Vorderingen'],
	[1550, 'Verkochte cadeaubonnen', 'Diversen', 'Kortlopende schulden'],
	[1600, 'Crediteuren', 'DagboekInkoop', 'Kortlopende schulden'],
	[1671, 'Btw af te dragen hoog', 'BtwAfTeDragenHoog', 'Belastingen'],
	[1672, 'Btw af te dragen laag', 'BtwAfteDragenLaag', 'Belastingen'],
	[1673, 'Btw verlegd verkopen', 'BtwAfTeDragenVerlegdVerkopen', 'Belastingen'],
	[1675, 'Btw te vorderen hoog', 'BtwTeVorderenHoog', 'Belastingen'],
	[1676, 'Btw te vorderen laag', 'BtwTeVorderenLaag', 'Belastingen'],
	[1680, 'Buitenlandse btw', 'Diversen', 'Belastingen'],
	[1900, 'Memoriaal', 'DagboekMemoriaal', 'Tussenrekeningen'],
	[1910, 'Beginbalans', 'DagboekBalans', 'Tussenrekeningen'],
	[4000, 'Huisvestingskosten', 'InkopenKostenAlleBtwTarieven', 'Kosten'],
	[4300, 'Verkoopkosten', 'InkopenKostenAlleBtwTarieven', 'Kosten'],
	[4310, 'Betaalkosten (PSP)', 'InkopenKostenAlleBtwTarieven', 'Kosten'],
	[4315, 'Betaalkosten EU', 'InkopenImportBinnenEUhoog', 'Kosten'],
	[4900, 'Betalingsverschillen', 'Diversen', 'Kosten'],
	[7000, 'Inkopen hoog', 'InkopenKostenHoog', 'Inkopen'],
	[7010, 'Inkopen laag', 'InkopenKostenLaag', 'Inkopen'],
	[8000, 'Omzet hoog', 'VerkopenOmzetHoog', 'Omzet'],
	[8010, 'Omzet laag', 'VerkopenOmzetLaag', 'Omzet'],
	[8020, 'Omzet overig', 'VerkopenOmzetOverig', 'Omzet'],
	[8040, 'Omzet nultarief', 'VerkopenOmzetOnbelastVerlegd', 'Omzet'],
	[8050, 'Omzet btw verlegd', 'VerkopenOmzetOnbelastVerlegd', 'Omzet'],
	[8090, 'Omzet hoog oude winkel', 'VerkopenOmzetHoog', 'Omzet'],
	[8095, 'Omzet hoog per filiaal', 'VerkopenOmzetHoog', 'Omzet'],
	[8150, 'Export binnen EU', 'VerkopenExportBinnenEU', 'Omzet'],
	[8160, 'Diensten binnen EU', 'DienstverleningBinnenEU', 'Omzet'],
	[8170, 'Export buiten EU', 'VerkopenExportBuitenEU', 'Omzet'],
	[8180, 'Afstandsverkopen EU hoog', 'InstallatieTeleverkoopBinnenEUgeen', 'Omzet'],
	[8181, 'Afstandsverkopen EU laag', 'InstallatieTeleverkoopBinnenEUgeen', 'Omzet'],
	[8300, 'Verzendkosten hoog', 'VerkopenOmzetHoog', 'Omzet'],
	[8310, 'Verzendkosten laag', 'VerkopenOmzetLaag', 'Omzet'],
	[8320, 'Verzendkosten onbelast', 'VerkopenOmzetOnbelastVerlegd', 'Omzet'],
	[8400, 'Korting hoog', 'VerkopenOmzetHoog', 'Omzet'],
	[8410, 'Korting laag', 'VerkopenOmzetLaag', 'Omzet'],
	[8420, 'Korting onbelast', 'VerkopenOmzetOnbelastVerlegd', 'Omzet'],
	[8500, 'Toeslagen hoog', 'VerkopenOmzetHoog', 'Omzet'],
	[8510, 'Toeslagen laag', 'VerkopenOmzetLaag', 'Omzet'],
	[8520, 'Toeslagen onbelast', 'VerkopenOmzetOnbelastVerlegd', 'Omzet'],
];

const vatRateCodes: Record<number, string> = { 8180: 'SR', 8181: 'RRL' };

/** Seeded on purpose: one account nobody may book on, one that demands a cost centre. */
const inactiveNumber = 8090;
const costCentreNumber = 8095;

/** The account that carries foreign VAT (companyInfo.buitenlandseBtwGrootboek). */
export const foreignVatAccountId = guidFor('grootboek', 1680);

/** The ledger accounts (grootboeken) of the administration; ids follow from the account number. */
export const accounts: Account[] = chart.map(
	([nummer, omschrijving, grootboekfunctie, rubriek]) => {
		const id = guidFor('grootboek', nummer);
		return {
			id,
			uri: `/grootboeken/${id}`,
			modifiedOn: '2026-01-02T09:00:00',
			omschrijving,
			kostenplaatsVerplicht: nummer === costCentreNumber,
			rekeningCode: nummer < 4000 ? 'Balans' : 'WinstEnVerlies',
			nonactief: nummer === inactiveNumber,
			nummer,
			grootboekfunctie,
			grootboekRubriek: rubriek,
			rgsCode: [],
			btwSoort: kindsOf[grootboekfunctie] ?? ['Geen'],
			vatRateCode: vatRateCodes[nummer] ?? null,
		};
	},
);
