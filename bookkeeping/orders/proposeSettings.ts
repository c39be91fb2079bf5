import type { Language } from '../codes/facts';
import type { AdministrationFacts } from '../settings/administrationCheck';
import { ossRatesInForce } from '../settings/ossCheck';
import type { SettingsInput } from '../settings/settings';
import { usualPaidStatuses } from '../settings/usualStatuses';
import { shops, type ShopKind } from '../shops';
import { ratesInForce } from '../trade/vatRates';
import { normaliseVatNumber } from '../trade/vatNumber';
import type { VatKind } from '../trade/vatKinds';
import { accountPicker, type AccountToMake, type Wanted } from './accountPicker';
import { proposalText, type ProposalText } from './proposalTexts';
import type { Counted, SeenOrders, SeenRate } from './seenOrders';

export interface ProposalInput {
	client: string;
	shop: { shop: string; kind: ShopKind; country?: string; zone?: string };
	seen: SeenOrders;
	facts: AdministrationFacts;
	/** The VAT number of the administration; empty when SnelStart has none. */
	ownVatNumber: string;
	/** yyyy-MM-dd. */
	today: string;
	/** Whether ledger accounts that are missing may be made. */
	mayMake: boolean;
	language: Language;
}

/** A whole set of settings for a new client, with its reasons. */
export interface Proposal {
	/** Records of the administration stand in it by number and name. */
	settings: SettingsInput;
	/** One per line of the settings that was decided, by its place. */
	reasons: Array<{ setting: string; why: string }>;
	/** Ledger accounts that have to be made before these settings can be saved. */
	toMake: AccountToMake[];
	/** What only a person knows. */
	questions: string[];
}

type Row = NonNullable<SettingsInput['vatMapping']>[number];
type RowAccounts = NonNullable<SettingsInput['icp']>;

const DUTCH = [
	{ vatKind: 'high', function: 'VerkopenOmzetHoog', word: 'hoog', first: 8_000 },
	{ vatKind: 'low', function: 'VerkopenOmzetLaag', word: 'laag', first: 8_010 },
	{ vatKind: 'other', function: 'VerkopenOmzetOverig', word: 'overig', first: 8_020 },
	{ vatKind: 'none', function: 'VerkopenOmzetOnbelastVerlegd', word: 'onbelast', first: 8_040 },
] as const;
const ICP = 'VerkopenExportBinnenEU';
const EXPORT = 'VerkopenExportBuitenEU';
const OSS = 'InstallatieTeleverkoopBinnenEUgeen';
/** Payment providers by the words in the codes of their methods, as shops have them. */
const PROVIDERS: Array<{ name: string; words: RegExp }> = [
	{ name: 'Mollie', words: /mollie/i },
	{ name: 'Stripe', words: /stripe|wcpay|woocommerce_payments/i },
	{ name: 'PayPal', words: /paypal|ppcp|ppec/i },
	{ name: 'Klarna', words: /klarna|kco/i },
	{ name: 'MultiSafepay', words: /multisafepay/i },
	{ name: 'Adyen', words: /adyen/i },
	{ name: 'Buckaroo', words: /buckaroo/i },
	{ name: 'Pay.nl', words: /pay_?nl|pay_gateway/i },
	{
		name: 'Betaaldienst',
		// A gift card of the shop's own is paid out by nobody.
		words: /ideal|wero|bancontact|(?<!gift[-_ ]?)card|sofort|apple_?pay|google_?pay|in3|riverty/i,
	},
];
/** Providers whose payouts this package can fetch. */
const WITH_PAYOUTS = ['Mollie', 'Stripe', 'PayPal', 'Klarna'];
const TRANSIT = 'TussenrekeningBetalingen';

/**
 * Proposes the settings of a new client from what its shop shows and its administration has: rates
 * at home (21, 9 and 0 %), ICP, export, foreign consumers, payment methods, cost centre. Everything
 * that would leave usual orders stuck is filled in; what cannot be known is asked.
 *
 * @returns settings that `readSettings` takes; numbers and names in them are those of the facts and
 * of the accounts to make
 */
export function proposeSettings(input: ProposalInput): Proposal {
	const { client, shop, seen, facts, mayMake, language } = input;
	const picker = accountPicker(facts, mayMake);
	const reasons: Proposal['reasons'] = [];
	const questions: string[] = [];
	const fill = (key: ProposalText, values: Record<string, string | number> = {}): string =>
		proposalText(key, values, language);
	const because = (setting: string, key: ProposalText, values: Record<string, string | number>) =>
		reasons.push({ setting, why: fill(key, values) });
	const ask = (key: ProposalText, values: Record<string, string | number>) =>
		questions.push(fill(key, values));
	const need = (what: string, wanted: Wanted): string | undefined => {
		const account = picker.pick(wanted)?.account;
		if (account === undefined) ask('askAccount', { what });
		return account;
	};

	const vatMapping = [...atHome(), ...abroad()];
	const icp = withoutVat('icp', ICP, seen.icp, { name: 'Export binnen EU', number: 8_150 });
	const international = withoutVat('international', EXPORT, seen.outsideEu, {
		name: 'Export buiten EU',
		number: 8_170,
	});
	const memorial = journalOf(facts, 'Memoriaal');
	const roundingAccountId = need(language === 'nl' ? 'afronding' : 'rounding', {
		function: 'Diversen',
		words: /afrond|betalingsversch/i,
		make: { name: 'Afrondingsverschillen', number: 4_900 },
	});
	if (roundingAccountId) because('roundingAccountId', 'rounding', { account: roundingAccountId });
	const settings: SettingsInput = {
		client,
		shops: [shopRow()],
		vatMapping,
		...(icp && { icp }),
		...(international && { international }),
		...payments(),
		...(roundingAccountId && { roundingAccountId }),
		...giftCards(),
		...costs(),
		...costCentre(),
		...fields(),
		ordersWithRefunds: 'book',
		lineLanguage: language,
	};
	because('ordersWithRefunds', 'refunds', { count: seen.refunds });
	if (seen.currencies.length > 0) ask('askCurrency', { seen: listed(seen.currencies) });
	if (seen.unread > 0) ask('askUnread', { count: seen.unread });
	return { settings, reasons, toMake: picker.made, questions };

	function shopRow(): NonNullable<SettingsInput['shops']>[number] {
		const { shop: name, kind, country = 'NL', zone = 'Europe/Amsterdam' } = shop;
		const usual = shops[kind].statuses ?? { book: [], skip: [] };
		const known: readonly string[] = [...usual.book, ...usual.skip];
		const unsure = seen.statuses.filter((one) => !known.includes(one.name));
		const isUsual = usual.book.length > 0;
		if (isUsual) {
			because('shops[0].statusesToBook', 'statuses', {
				shop: shops[kind].name,
				seen: listed(seen.statuses),
			});
		}
		const open = unsure.filter(({ name: status }) => !WAITING.includes(status));
		if (open.length > 0) ask('askStatus', { seen: listed(open) });
		because('shops[0].invoiceNumberPrefix', 'prefix', {});
		because('shops[0].approveFirst', 'approve', {});
		return {
			...{ shop: name, kind, country, zone },
			statusesToBook: isUsual ? [...usual.book] : paidLike(unsure),
			statusesToSkip: [...usual.skip],
			invoiceNumberPrefix: name.charAt(0).toUpperCase(),
			approveFirst: true,
		};
	}

	/** Products, shipping, discount and fees of a kind of VAT. */
	function rowAccounts(purpose: string, word: string, first: number): RowAccounts | undefined {
		const productsAccountId = need(`${word}`, {
			function: purpose,
			make: { name: `Omzet ${word}`, number: first },
		});
		if (!productsAccountId) return undefined;
		const particular = (words: RegExp, name: string, number: number) =>
			picker.pick({ function: purpose, words, make: { name: `${name} ${word}`, number } })?.account;
		const shift = first - 8_000;
		// Without an account of its own an order with shipping or a fee would be stuck.
		const shipping = particular(/verzend|porto|vracht|bezorg/i, 'Verzendkosten', 8_300 + shift);
		const discount = seen.discounts > 0 && particular(/korting/i, 'Korting', 8_400 + shift);
		const fees =
			seen.fees > 0 && particular(/toeslag|transactie|betaalkost/i, 'Toeslagen', 8_500 + shift);
		return {
			productsAccountId,
			shippingAccountId: shipping ?? productsAccountId,
			...(discount && { discountAccountId: discount }),
			feesAccountId: fees || productsAccountId,
		};
	}

	function atHome(): Row[] {
		return DUTCH.flatMap(({ vatKind, function: purpose, word, first }): Row[] => {
			const percentage = percentageOf(facts, vatKind, input.today);
			const orders = seen.rates.find(
				(rate) => rate.country === 'NL' && rate.percentage === percentage,
			)?.orders;
			if (percentage === undefined || (vatKind === 'other' && !orders)) return [];
			const accounts = rowAccounts(purpose, word, first);
			if (!accounts) return [];
			const account = accounts.productsAccountId;
			const place = `vatMapping NL ${percentage} %`;
			if (vatKind === 'none') because(place, 'zero', { account });
			else because(place, 'products', { percentage, count: orders ?? 0, account });
			return [{ country: 'NL', percentage, vatKind, ...accounts }];
		});
	}

	function abroad(): Row[] {
		return seen.rates.filter(({ country }) => country !== 'NL').flatMap(abroadRow);
	}

	function abroadRow(rate: SeenRate): Row[] {
		const { country, percentage, orders } = rate;
		const values = { country, percentage, count: orders };
		const place = `vatMapping ${country} ${percentage} %`;
		const dutch = DUTCH.find(
			({ vatKind }) =>
				vatKind !== 'none' && percentageOf(facts, vatKind, input.today) === percentage,
		);
		const isTheirs = ratesInForce(country, input.today).includes(percentage);
		const isDutch =
			dutch !== undefined && (!isTheirs || (rate.ownVat === 0 && facts.foreignVatAccountId === ''));
		if (isDutch && facts.foreignVatAccountId === '') {
			const accounts = rowAccounts(dutch.function, dutch.word, dutch.first);
			if (!accounts) return [];
			because(place, 'dutchAbroad', values);
			return [{ country, percentage, vatKind: dutch.vatKind, ...accounts }];
		}
		if (facts.foreignVatAccountId === '') {
			ask('askOss', values);
			return [];
		}
		const codes = [...ossRatesInForce(facts.ossRates ?? [], country, input.today)];
		const code = codes.find(([, one]) => one === percentage)?.[0];
		const account =
			code &&
			picker.pick({
				function: OSS,
				vatRateCode: code,
				make: { name: `Afstandsverkopen EU ${code}`, number: 8_180 },
			})?.account;
		if (!account) {
			ask('askOssRate', values);
			return [];
		}
		because(place, 'oss', values);
		return [{ country, percentage, vatKind: 'oss', ...allOn(account) }];
	}

	function withoutVat(
		setting: 'icp' | 'international',
		purpose: string,
		count: number,
		make: NonNullable<Wanted['make']>,
	): RowAccounts | undefined {
		const account = picker.pick({
			function: purpose,
			...(count > 0 && { make }),
		})?.account;
		if (!account) {
			if (count > 0) ask('askAccount', { what: setting });
			return undefined;
		}
		because(setting, setting, { count, account });
		return allOn(account);
	}

	function payments(): Pick<SettingsInput, 'paymentMethods'> {
		const paidOut = new Set<string>();
		const rows = seen.paymentMethods.flatMap(({ name, title, orders }) => {
			const provider = PROVIDERS.find(({ words }) => words.test(name));
			const clearing =
				memorial &&
				provider &&
				need(provider.name, {
					function: TRANSIT,
					words: new RegExp(provider.name.replace('.', '\\.?'), 'i'),
					make: { name: `${provider.name} tussenrekening`, number: 1_104 },
					orFunctions: ['Diversen', 'Kruisposten'],
				});
			if (!memorial || !provider || !clearing) {
				because(`paymentMethods ${name}`, 'methodOpen', { count: orders, title });
				return [];
			}
			if (WITH_PAYOUTS.includes(provider.name)) paidOut.add(provider.name);
			because(`paymentMethods ${name}`, 'method', { count: orders, title, account: clearing });
			const row = { entryKind: 'memorial' as const, journalId: memorial };
			return [{ paymentMethod: name, ...row, clearingAccountId: clearing }];
		});
		if (paidOut.size > 0) ask('askPayouts', { seen: [...paidOut].join(', ') });
		return { paymentMethods: rows };
	}

	function giftCards(): Pick<SettingsInput, 'giftCardAccountId' | 'giftCardJournalId'> {
		if (seen.giftCards === 0) return {};
		const giftCardAccountId = need(language === 'nl' ? 'cadeaubonnen' : 'gift cards', {
			function: 'Diversen',
			words: /cadeau|tegoed|waardebon|giftcard/i,
			make: { name: 'Verkochte cadeaubonnen', number: 1_550 },
		});
		if (!giftCardAccountId) return {};
		because('giftCardAccountId', 'giftCards', {
			count: seen.giftCards,
			account: giftCardAccountId,
		});
		return { giftCardAccountId, ...(memorial && { giftCardJournalId: memorial }) };
	}

	function costs(): Pick<SettingsInput, 'paymentCostsAccountId'> {
		const account = picker.pick({
			function: 'InkopenKostenAlleBtwTarieven',
			words: /betaalkosten|transactiekosten|psp|betaalprovider/i,
		})?.account;
		if (!account) return {};
		because('paymentCostsAccountId', 'costs', { account });
		return { paymentCostsAccountId: account };
	}

	function costCentre(): Pick<SettingsInput, 'costCentreId'> {
		const inUse = facts.costCentres.filter(({ inactive }) => !inactive);
		const ofShop = inUse.filter(({ name }) => /web|online|internet/i.test(name));
		const [only, ...others] = ofShop.length > 0 ? ofShop : inUse;
		if (!only || others.length > 0) return {};
		because('costCentreId', 'costCentre', { name: only.name });
		return { costCentreId: only.name };
	}

	function fields(): Pick<SettingsInput, 'orderFields' | 'vatNumberCheck'> {
		const { vatNumberFields } = seen;
		const ownVatNumber = normaliseVatNumber(input.ownVatNumber, 'NL');
		if (ownVatNumber) because('vatNumberCheck.ownVatNumber', 'ownNumber', {});
		if (vatNumberFields.length > 0) {
			because('orderFields.vatNumber', 'vatFields', { seen: listed(vatNumberFields) });
		}
		return {
			...(ownVatNumber && { vatNumberCheck: { ownVatNumber } }),
			...(vatNumberFields.length > 0 && {
				orderFields: { vatNumber: vatNumberFields.map(({ name }) => name) },
			}),
		};
	}
}

/** Statuses of orders that are not sold yet: nobody has to be asked about them. */
const WAITING = ['pending', 'on-hold', 'checkout-draft', 'auto-draft', 'draft', 'new', 'open'];
const SOLD = /process|complet|paid|ship|sent|verzonden|voltooid|betaald|afgerond/i;
const paidLike = (statuses: readonly Counted[]): string[] => {
	const sold = statuses.map(({ name }) => name).filter((name) => SOLD.test(name));
	return sold.length > 0 ? sold : [...usualPaidStatuses.slice(0, 1)];
};

const allOn = (account: string): RowAccounts => ({
	productsAccountId: account,
	shippingAccountId: account,
	discountAccountId: account,
	feesAccountId: account,
});

const listed = (counts: readonly Counted[]): string =>
	counts.map(({ name, orders }) => `${name} ${orders}×`).join(', ') || '-';

/** The percentage of a Dutch kind of VAT on a day; 0 for none. */
function percentageOf(
	{ vatRates }: AdministrationFacts,
	kind: VatKind,
	day: string,
): number | undefined {
	if (kind === 'none') return 0;
	return vatRates.find(
		({ vatKind, validFrom, validTo }) => vatKind === kind && validFrom <= day && day <= validTo,
	)?.percentage;
}

/** The first journal of a kind, as a client file names it. */
function journalOf({ journals }: AdministrationFacts, wanted: string): string | undefined {
	return journals.find(({ kind, inactive }) => kind === wanted && !inactive)?.name;
}
