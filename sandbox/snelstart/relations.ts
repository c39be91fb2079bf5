import { randomUUID } from 'node:crypto';
import type { Answer } from '../http';
import { createBinder, type Binder, type Fields } from './binding';
import { countries } from './countries';
import { invalidModel, notFound, refused, type ErrorCode } from './errors';
import type { Address, Ledger, Relation } from './ledger';
import { amount } from './money';
import type { Switches } from './switches';
import { checkVatNumber } from './vatNumbers';

const kinds = ['Klant', 'Leverancier', 'Eigen', 'Geen'];
const emailPattern = /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,.]+$/;
const mailFields = [
	'OfferteEmailVersturen',
	'BevestigingsEmailVersturen',
	'FactuurEmailVersturen',
	'AanmaningEmailVersturen',
];
/** Fields that are kept as they come, within the length the model allows. */
const plainTexts: Array<[string, number]> = [
	['Memo', Infinity],
	['Oin', 20],
];
const choices: Array<[string, string[]]> = [
	['Aanmaningsoort', ['Nee', 'Onderneming', 'Consument']],
	['IncassoSoort', ['Geen', 'Core', 'B2B']],
];

const addressCodes: Record<string, [ErrorCode, ErrorCode, ErrorCode, ErrorCode, ErrorCode]> = {
	VestigingsAdres: ['REL-0023', 'REL-0020', 'REL-0021', 'REL-0022', 'REL-0056'],
	CorrespondentieAdres: ['REL-0028', 'REL-0025', 'REL-0026', 'REL-0027', 'REL-0055'],
};

/** One request to make or replace a card: what it says and what is wrong with it. */
interface Reading {
	binder: Binder;
	body: Fields;
	codes: Set<ErrorCode>;
}

function readAddress(
	{ binder, body, codes }: Reading,
	name: string,
	strict: boolean,
): Address | null {
	const from = binder.object(body, name);
	const fieldCodes = addressCodes[name];
	if (!from || !fieldCodes) return null;
	const [contactCode, streetCode, postcodeCode, cityCode, countryCode] = fieldCodes;
	const text = (field: string, most: number, code: ErrorCode): string => {
		const value = binder.text(from, `${name}.${field}`) ?? '';
		if (value.length > most) codes.add(code);
		return value;
	};
	const contactpersoon = text('Contactpersoon', 50, contactCode);
	const straat = text('Straat', 50, streetCode);
	const postcode = text('Postcode', 25, postcodeCode);
	const plaats = text('Plaats', 50, cityCode);
	const landId = binder.reference(from, `${name}.Land`);
	const country = countries.find((one) => one.id === landId);
	if (landId !== undefined && !country) codes.add(countryCode);
	const filled = [straat, postcode, plaats, landId ?? ''].filter((part) => part.trim() !== '');
	if (strict && filled.length > 0 && filled.length < 4) codes.add('REL-0060');
	const land = country ? { id: country.id, uri: country.uri } : null;
	return { contactpersoon, straat, postcode, plaats, land };
}

function readEmail({ binder, body, codes }: Reading): string | null {
	const email = binder.text(body, 'Email');
	if (email === undefined || email === '') return email ?? null;
	if (email.length > 250) codes.add('REL-0085');
	const addresses = email.split(';').map((one) => one.trim());
	if (!addresses.every((one) => emailPattern.test(one))) {
		codes.add(addresses.length > 1 ? 'REL-0084' : 'REL-0061');
	}
	return email;
}

/** IBAN by length and its check over 97. */
function isIban(iban: string): boolean {
	const text = iban.replace(/ /g, '').toUpperCase();
	if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(text)) return false;
	const digits = [...text.slice(4), ...text.slice(0, 4)].map((sign) => parseInt(sign, 36)).join('');
	return BigInt(digits) % 97n === 1n;
}

/** Reads a text and notes the code when it is filled and does not fit. */
function checked(
	{ binder, body, codes }: Reading,
	field: string,
	code: ErrorCode,
	fits: (text: string) => boolean,
): string | null {
	const text = binder.text(body, field);
	if (text !== undefined && text !== '' && !fits(text)) codes.add(code);
	return text ?? null;
}

function readKinds({ binder, body, codes }: Reading): Relation['relatiesoort'] {
	const given = binder.list(body, 'Relatiesoort').map(String);
	const named = given.map((kind) => kinds.find((one) => one.toLowerCase() === kind.toLowerCase()));
	for (const [index, kind] of named.entries()) {
		if (!kind) {
			binder.note(
				`Relatiesoort[${index}]`,
				`Error converting value "${given[index]}" to type 'Relatiesoort'.`,
			);
		}
	}
	if (given.length === 0 || named.includes('Geen')) codes.add('REL-0001');
	if (named.includes('Eigen')) codes.add('REL-0048');
	return [...new Set(named)].filter((kind) => kind === 'Klant' || kind === 'Leverancier');
}

function readInvoiceRelation({ binder, body, codes }: Reading, ledger: Ledger): object | null {
	const id = binder.reference(body, 'FactuurRelatie');
	if (id === undefined) return null;
	const found = ledger.relations.find((one) => one.id === id);
	if (!found) codes.add('REL-0017');
	else if (!found.relatiesoort.includes('Klant')) codes.add('REL-0018');
	return { id, uri: `/relaties/${id}` };
}

function readCreditTerm({ binder, body, codes }: Reading): number | null {
	const term = binder.integer(body, 'Krediettermijn', -(2 ** 31), 2 ** 31 - 1);
	if (term !== undefined && (term < -365 || term > 1000)) codes.add('REL-0003');
	return term ?? null;
}

/** A card as a request describes it (SS-441 to SS-445); `current` is the card being replaced. */
function readRelation(
	reading: Reading,
	ledger: Ledger,
	switches: Switches,
	stamp: { id: string; modifiedOn: string },
	current?: Relation,
): Relation {
	const { binder, body, codes } = reading;
	const naam = binder.text(body, 'Naam') ?? '';
	if (naam.trim() === '') codes.add('REL-0007');
	if (naam.length > 50) {
		binder.note('Naam', 'The field Naam must be a string with a maximum length of 50.');
	}
	const { partialAddresses } = switches;
	const strict = partialAddresses === 'refuse' || (partialAddresses === 'refuseNew' && !current);
	const vestigingsAdres = readAddress(reading, 'VestigingsAdres', strict);

	const vatNumber = binder.text(body, 'BtwNummer');
	let btwNummer = vatNumber ?? null;
	if (vatNumber) {
		const land = countries.find((one) => one.id === vestigingsAdres?.land?.id);
		const check = checkVatNumber(vatNumber, land?.landcode);
		if ('problem' in check) codes.add(check.problem);
		else btwNummer = check.kept;
	}

	const code = binder.integer(body, 'Relatiecode', -(2 ** 31), 2 ** 31 - 1);
	if (ledger.relations.some((one) => one.relatiecode === code && one !== current)) {
		codes.add('REL-0008');
	}
	const euro = (name: string): number | null => {
		const cents = binder.money(body, name);
		return cents === undefined ? null : amount(cents);
	};
	const field = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
	const texts = plainTexts.map(([name, most]) => {
		const text = binder.text(body, name) ?? null;
		if (text !== null && text.length > most) {
			binder.note(name, `The field ${name} must be a string with a maximum length of ${most}.`);
		}
		return [field(name), text] as const;
	});
	const chosen = choices.map(([name, allowed]) => {
		const given = binder.text(body, name);
		if (given !== undefined && !allowed.includes(given)) {
			binder.note(name, `Error converting value "${given}" to type '${name}'.`);
		}
		return [field(name), given ?? allowed[0]] as const;
	});
	return {
		...links(stamp.id),
		modifiedOn: stamp.modifiedOn,
		relatiesoort: readKinds(reading),
		relatiecode: code ?? current?.relatiecode ?? nextFreeCode(ledger, switches),
		naam,
		vestigingsAdres,
		correspondentieAdres: readAddress(reading, 'CorrespondentieAdres', false),
		telefoon: checked(reading, 'Telefoon', 'REL-0013', (text) => text.length <= 25),
		mobieleTelefoon: checked(reading, 'MobieleTelefoon', 'REL-0012', (text) => text.length <= 25),
		email: readEmail(reading),
		btwNummer,
		factuurkorting: euro('Factuurkorting') ?? 0,
		krediettermijn: readCreditTerm(reading) ?? switches.termOfNewCard,
		bankieren: binder.flag(body, 'Bankieren'),
		nonactief: binder.flag(body, 'Nonactief'),
		kredietLimiet: euro('KredietLimiet'),
		kvkNummer: checked(reading, 'KvkNummer', 'REL-0006', (text) => /^\d{8}(\d{4})?$/.test(text)),
		websiteUrl: checked(reading, 'WebsiteUrl', 'REL-0015', (text) =>
			/^(https?:\/\/)?[^\s/]+\.[^\s]+$/.test(text),
		),
		iban: checked(reading, 'Iban', 'REL-0011', isIban),
		bic: checked(reading, 'Bic', 'REL-0010', (text) =>
			/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text),
		),
		factuurRelatie: readInvoiceRelation(reading, ledger),
		ublBestandAlsBijlage: binder.flag(body, 'UblBestandAlsBijlage'),
		...Object.fromEntries([...texts, ...chosen]),
		...Object.fromEntries(
			mailFields.map((name) => {
				const mail = binder.object(body, name);
				return [
					field(name),
					mail
						? {
								shouldSend: binder.flag(mail, `${name}.ShouldSend`),
								email: binder.text(mail, `${name}.Email`) ?? null,
								ccEmail: binder.text(mail, `${name}.CcEmail`) ?? null,
							}
						: null,
				];
			}),
		),
		extraVeldenKlant: [],
		documents: [],
	};
}

function nextFreeCode(ledger: Ledger, { relationCodes }: Switches): number {
	let code = relationCodes === 'fillGaps' ? 1 : ledger.nextRelationCode;
	while (ledger.relations.some((one) => one.relatiecode === code)) code += 1;
	return code;
}

const links = (id: string) => ({
	id,
	uri: `/relaties/${id}`,
	inkoopBoekingenUri: `/relaties/${id}/inkoopboekingen`,
	verkoopBoekingenUri: `/relaties/${id}/verkoopboekingen`,
});

/** POST /relaties. */
export function createRelation(
	body: Fields | undefined,
	ledger: Ledger,
	switches: Switches,
	modifiedOn: string,
): Answer {
	if (!body) return refused(['REL-0066']);
	const binder = createBinder('relatie');
	const codes = new Set<ErrorCode>();
	if (binder.guid(body, 'Id') !== undefined) codes.add('REL-0063');
	const stamp = { id: randomUUID(), modifiedOn };
	const relation = readRelation({ binder, body, codes }, ledger, switches, stamp);
	if (Object.keys(binder.problems).length > 0) return invalidModel(binder.problems);
	if (codes.size > 0) return refused(codes);
	ledger.relations.push(relation);
	ledger.nextRelationCode = Math.max(ledger.nextRelationCode, relation.relatiecode + 1);
	return { status: 201, json: relation };
}

/** PUT /relaties/{id}: what is not sent is cleared (SS-208). */
export function replaceRelation(
	id: string,
	body: Fields | undefined,
	ledger: Ledger,
	switches: Switches,
	modifiedOn: string,
): Answer {
	const index = ledger.relations.findIndex((one) => one.id === id);
	const current = ledger.relations[index];
	if (!current) return notFound();
	if (!body) return refused(['REL-0066']);
	const binder = createBinder('relatie');
	const codes = new Set<ErrorCode>();
	const bodyId = binder.guid(body, 'Id');
	if (bodyId !== id) codes.add('REL-0047');
	const kinds = binder.list(body, 'Relatiesoort').map(String);
	const isNewKind = kinds.some((kind) => !current.relatiesoort.some((had) => had === kind));
	if (isNewKind && switches.supplierToCustomer === 'refuse') codes.add('REL-0064');
	const stamp = { id, modifiedOn };
	const relation = readRelation({ binder, body, codes }, ledger, switches, stamp, current);
	if (Object.keys(binder.problems).length > 0) return invalidModel(binder.problems);
	if (codes.size > 0) return refused(codes);
	ledger.relations[index] = relation;
	return { status: 200, json: relation };
}

/** DELETE /relaties/{id}. */
export function deleteRelation(id: string, ledger: Ledger): Answer {
	const index = ledger.relations.findIndex((one) => one.id === id);
	const current = ledger.relations[index];
	if (!current) return notFound();
	if (current.relatiecode <= 0) return refused(['REL-0103']);
	if (ledger.salesInvoices.some((invoice) => invoice.relationId === id))
		return refused(['REL-0049']);
	ledger.relations.splice(index, 1);
	return { status: 200, json: {} };
}
