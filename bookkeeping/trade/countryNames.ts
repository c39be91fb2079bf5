/** All two-letter codes of ISO 3166-1, and XI for Northern Ireland and XK for Kosovo beside them. */
const ISO_CODES = new Set(
	`AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
	BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
	ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
	HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
	LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
	NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
	SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
	UM US UY UZ VA VC VE VG VI VN VU WF WS XI XK YE YT ZA ZM ZW`.split(/\s+/),
);

/**
 * Three-letter codes and names in Dutch, English and German that can mean one country only: the
 * member states of the EU and where Dutch shops send most besides.
 */
const NAMES: Record<string, readonly string[]> = {
	AT: ['AUT', 'Austria', 'Oostenrijk', 'Österreich'],
	BE: ['BEL', 'Belgium', 'België', 'Belgien', 'Belgique'],
	BG: ['BGR', 'Bulgaria', 'Bulgarije', 'Bulgarien'],
	HR: ['HRV', 'Croatia', 'Kroatië', 'Kroatien'],
	CY: ['CYP', 'Cyprus', 'Zypern'],
	CZ: ['CZE', 'Czechia', 'Czech Republic', 'Tsjechië', 'Tsjechische Republiek', 'Tschechien'],
	DK: ['DNK', 'Denmark', 'Denemarken', 'Dänemark'],
	EE: ['EST', 'Estonia', 'Estland'],
	FI: ['FIN', 'Finland', 'Finnland'],
	FR: ['FRA', 'France', 'Frankrijk', 'Frankreich'],
	DE: ['DEU', 'Germany', 'Duitsland', 'Deutschland'],
	GR: ['GRC', 'Greece', 'Griekenland', 'Griechenland'],
	HU: ['HUN', 'Hungary', 'Hongarije', 'Ungarn'],
	IE: ['IRL', 'Ireland', 'Ierland', 'Irland'],
	IT: ['ITA', 'Italy', 'Italië', 'Italien'],
	LV: ['LVA', 'Latvia', 'Letland', 'Lettland'],
	LT: ['LTU', 'Lithuania', 'Litouwen', 'Litauen'],
	LU: ['LUX', 'Luxembourg', 'Luxemburg'],
	MT: ['MLT', 'Malta'],
	NL: ['NLD', 'Netherlands', 'The Netherlands', 'Nederland', 'Niederlande', 'Holland'],
	PL: ['POL', 'Poland', 'Polen'],
	PT: ['PRT', 'Portugal'],
	RO: ['ROU', 'Romania', 'Roemenië', 'Rumänien'],
	SK: ['SVK', 'Slovakia', 'Slowakije', 'Slowakei'],
	SI: ['SVN', 'Slovenia', 'Slovenië', 'Slowenien'],
	ES: ['ESP', 'Spain', 'Spanje', 'Spanien'],
	SE: ['SWE', 'Sweden', 'Zweden', 'Schweden'],
	GB: [
		'GBR',
		'United Kingdom',
		'Great Britain',
		'Verenigd Koninkrijk',
		'Groot-Brittannië',
		'Vereinigtes Königreich',
	],
	XI: ['Northern Ireland', 'Noord-Ierland', 'Nordirland'],
	CH: ['CHE', 'Switzerland', 'Zwitserland', 'Schweiz'],
	NO: ['NOR', 'Norway', 'Noorwegen', 'Norwegen'],
	IS: ['ISL', 'Iceland', 'IJsland'],
	LI: ['LIE', 'Liechtenstein'],
	MC: ['MCO', 'Monaco'],
	US: ['USA', 'United States', 'United States of America', 'Verenigde Staten'],
	CA: ['CAN', 'Canada', 'Kanada'],
	AU: ['AUS', 'Australia', 'Australië', 'Australien'],
	JP: ['JPN', 'Japan'],
	TR: ['TUR', 'Turkey', 'Türkiye', 'Turkije', 'Türkei'],
};

const CODES_BY_NAME = new Map(
	Object.entries(NAMES).flatMap(([code, names]) => names.map((name) => [plain(name), code])),
);

/** The code of a country by its three-letter code or its name; `undefined` when it is not certain. */
export function codeByName(name: string): string | undefined {
	return CODES_BY_NAME.get(plain(name));
}

/** Whether a text is the two-letter code of a country, in upper case. */
export function isCountryCode(code: string): boolean {
	return ISO_CODES.has(code);
}

/** Without accents, case and what stands between words. */
function plain(name: string): string {
	return name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z]+/g, ' ')
		.trim();
}
