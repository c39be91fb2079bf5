import { languages, LEFT_OUT, type Language } from './facts';
import { sayText, type FactsIn, type SpokenEntry } from './sayText';

/**
 * What a draft says to the bookkeeper: why it is treated for VAT as it is, and notes to read before it
 * is approved. Names of settings stay English, as on the screen.
 */
export const draftTexts = {
	// Why it is treated for VAT as it is.
	cardsOnly: {
		en: 'Nothing but gift cards or store credit: money received for later, no supply.',
		nl: 'Alleen cadeaubonnen of winkeltegoed: geld voor later, geen levering.',
	},
	margin: {
		facts: { country: 'country' },
		en: 'Delivered to {country} without VAT by a shop under the margin scheme: margin.',
		nl: 'Geleverd in {country} zonder btw door een winkel met de margeregeling: marge.',
	},
	smallBusiness: {
		en: 'The client is under the small-business scheme, as the settings say: no VAT on anything.',
		nl: 'De klant valt volgens de instellingen onder de kleineondernemersregeling: nergens btw op.',
	},
	ownRegistration: {
		facts: { country: 'country' },
		en: 'Delivered to {country} with VAT of that country, where the client has a VAT registration of its own, as the VAT mapping says.',
		nl: 'Geleverd in {country} met btw van dat land, waar de klant volgens VAT Mapping zelf voor de btw geregistreerd is.',
	},
	exempt: {
		en: 'All products are exempt from VAT, as the settings say.',
		nl: 'Alle producten zijn volgens de instellingen vrijgesteld van btw.',
	},
	export: {
		facts: { country: 'country', area: 'text' },
		en: 'Delivered to {country}, outside the EU VAT area, without VAT: export{area}.',
		nl: 'Geleverd in {country}, buiten het btw-gebied van de EU, zonder btw: export{area}.',
	},
	domesticHome: {
		facts: { country: 'country' },
		en: 'Delivered in {country}, the country of the shop: domestic.',
		nl: 'Geleverd in {country}, het land van de winkel: binnenland.',
	},
	domesticRow: {
		facts: { country: 'country' },
		en: 'Delivered in {country} with VAT charged: the row of {country} in the VAT mapping applies.',
		nl: 'Geleverd in {country} met btw: de regel van {country} in VAT Mapping geldt.',
	},
	domesticUntaxed: {
		facts: { country: 'country' },
		en: 'Delivered in {country}, without VAT: domestic.',
		nl: 'Geleverd in {country}, zonder btw: binnenland.',
	},
	bookedBefore: {
		facts: { invoice: 'text' },
		en: 'Another connector booked it as invoice {invoice}: that one is taken over, and nothing is sent.',
		nl: 'Een andere koppeling boekte haar als factuur {invoice}: die wordt overgenomen, en er wordt niets verstuurd.',
	},
	oss: {
		facts: { country: 'country' },
		en: 'Delivered to a consumer in {country} with VAT of that country: OSS.',
		nl: 'Geleverd aan een particulier in {country} met btw van dat land: OSS.',
	},
	reverseCharge: {
		facts: { country: 'country' },
		en: 'Delivered in {country} without VAT to a business with a VAT number: reverse charge, as the settings say.',
		nl: 'Geleverd in {country} zonder btw aan een bedrijf met een btw-nummer: verlegd, volgens de instellingen.',
	},
	icp: {
		facts: { country: 'country', area: 'text' },
		en: 'Delivered to {country} without VAT to a business with a VAT number: ICP{area}.',
		nl: 'Geleverd in {country} zonder btw aan een bedrijf met een btw-nummer: ICP{area}.',
	},
	asEachOrder: {
		en: "As each order of it, 'Day Totals'",
		nl: "Zoals elke bestelling ervan, 'Day Totals'",
	},
	besideOss: {
		en: 'Without VAT, and sold with goods by OSS.',
		nl: 'Zonder btw, en verkocht met goederen onder OSS.',
	},

	// The customer and the VAT number.
	customerGone: {
		en: "The customer's account was deleted in the shop; if a VAT number stood there, it is not known. The order counts as one without.",
		nl: 'Het account van de klant is in de winkel verwijderd; stond daar een btw-nummer, dan is het niet bekend. De bestelling telt als een zonder.',
	},
	customerNotRead: {
		facts: { answer: 'text' },
		en: "The shop's record of the customer could not be read ({answer}); a VAT number there would not be known.",
		nl: 'De gegevens van de klant in de winkel konden niet gelezen worden ({answer}); een btw-nummer daar zou niet bekend zijn.',
	},
	numberOfRecord: {
		en: "The VAT number is not on the order; it is that of the shop's record of the customer.",
		nl: 'Het btw-nummer staat niet op de bestelling; het komt uit de gegevens van de klant in de winkel.',
	},
	numberElsewhere: {
		facts: { field: 'text' },
		en: 'The field "{field}" holds what looks like a VAT number; it makes no difference here and is not used.',
		nl: 'In het veld "{field}" staat wat op een btw-nummer lijkt; het maakt hier geen verschil en wordt niet gebruikt.',
	},
	vatNumberLeftOff: {
		en: 'What the customer filled in as VAT number does not have the form of one. VAT was charged, so it is left off.',
		nl: 'Wat de klant als btw-nummer invulde, heeft daar de vorm niet van. Er is btw gerekend, dus het is weggelaten.',
	},
	kvkWithoutDigits: {
		en: 'What the customer filled in as KvK number holds no digit, and is left off.',
		nl: 'Wat de klant als KvK-nummer invulde, bevat geen cijfer en is weggelaten.',
	},
	kvkLeftOff: {
		facts: { most: 'count' },
		en: 'What the customer filled in as KvK number is longer than the {most} characters that SnelStart takes, and is left off.',
		nl: 'Wat de klant als KvK-nummer invulde, is langer dan de {most} tekens die SnelStart aanneemt, en is weggelaten.',
	},
	formOnly: {
		en: 'The form of the VAT number was checked, not its registration (VIES).',
		nl: 'De vorm van het btw-nummer is gecontroleerd, niet de registratie (VIES).',
	},
	viesConfirmed: {
		facts: { moment: 'moment', number: 'text' },
		en: 'VIES confirmed the VAT number on {moment}, consultation number {number}.',
		nl: 'VIES bevestigde het btw-nummer op {moment}, raadplegingsnummer {number}.',
	},
	viesWithoutNumber: {
		facts: { moment: 'moment' },
		en: 'VIES confirmed the VAT number on {moment}, without a consultation number.',
		nl: 'VIES bevestigde het btw-nummer op {moment}, zonder raadplegingsnummer.',
	},
	viesRefusedOwnNumber: {
		facts: { moment: 'moment' },
		en: "VIES confirmed the VAT number on {moment}, without a consultation number, because it refused 'Own VAT Number' of the client settings.",
		nl: "VIES bevestigde het btw-nummer op {moment}, zonder raadplegingsnummer, omdat het 'Own VAT Number' van de instellingen weigerde.",
	},
	viesWithoutOwnNumber: {
		facts: { moment: 'moment' },
		en: "VIES confirmed the VAT number on {moment}, without a consultation number, because the client settings have no 'Own VAT Number'.",
		nl: "VIES bevestigde het btw-nummer op {moment}, zonder raadplegingsnummer, omdat 'Own VAT Number' in de instellingen leeg is.",
	},
	notCheckedIcp: {
		facts: { why: 'reason' },
		en: '{why} Booked as ICP.',
		nl: '{why} Geboekt als ICP.',
	},
	checkDigits: {
		en: 'The VAT number looks wrong: its check digits do not fit. Check it with the customer.',
		nl: 'Het btw-nummer lijkt niet te kloppen: de controlecijfers passen niet. Vraag het na bij de klant.',
	},
	livesAbroadDelivery: {
		facts: { country: 'country' },
		en: 'The customer lives in {country}, but this is no distance sale, which SnelStart takes every entry on a card there for. It is booked on a card with the address of delivery.',
		nl: 'De klant woont in {country}, maar dit is geen afstandsverkoop, en daar ziet SnelStart elke boeking op een kaart in dat land voor aan. Er wordt geboekt op een kaart met het bezorgadres.',
	},
	livesAbroadNoAddress: {
		facts: { country: 'country' },
		en: 'The customer lives in {country}, but this is no distance sale, which SnelStart takes every entry on a card there for. It is booked on a card without an address.',
		nl: 'De klant woont in {country}, maar dit is geen afstandsverkoop, en daar ziet SnelStart elke boeking op een kaart in dat land voor aan. Er wordt geboekt op een kaart zonder adres.',
	},
	ossCard: {
		facts: { country: 'country' },
		en: 'SnelStart takes the country of the OSS VAT from the card of the customer, so this is booked on a card with the address of delivery in {country}.',
		nl: 'SnelStart leest het land van de OSS-btw van de kaart van de klant, dus dit wordt geboekt op een kaart met het bezorgadres in {country}.',
	},

	// VAT on the lines.
	vatOfRow: {
		facts: { charged: 'country', owed: 'country' },
		en: "The VAT was charged by a rate of {charged}; it is booked as VAT of {owed}, as the row of 'VAT Mapping' says.",
		nl: "De btw is gerekend met een tarief van {charged}; ze wordt geboekt als btw van {owed}, zoals de regel in 'VAT Mapping' zegt.",
	},
	untaxedShipping: {
		facts: { amount: 'cents', rates: 'percentages' },
		en: 'Shipping of {amount} bears no VAT, while the goods bear {rates}: check the tax settings of the shop, since VAT on it follows the goods.',
		nl: 'Op de verzendkosten van {amount} zit geen btw, op de artikelen {rates}: controleer de btw-instellingen van de winkel, want de btw erop volgt de artikelen.',
	},
	untaxedFee: {
		facts: { amount: 'cents', rates: 'percentages' },
		en: 'A fee of {amount} bears no VAT, while the goods bear {rates}: check the tax settings of the shop, since VAT on it follows the goods.',
		nl: 'Op een toeslag van {amount} zit geen btw, op de artikelen {rates}: controleer de btw-instellingen van de winkel, want de btw erop volgt de artikelen.',
	},
	restWithoutVat: {
		facts: { rate: 'percentage', vat: 'cents', net: 'cents', taxed: 'cents', rest: 'cents' },
		en: 'The shop charged VAT of {vat} over {net} at {rate}, which is the VAT over {taxed}: {rest} is booked without VAT, as the settings say. VAT that is shown is owed; mend the prices or decimals of the shop so that VAT follows its rate.',
		nl: 'De winkel rekende {vat} btw over {net} met {rate}; dat is de btw over {taxed}: {rest} wordt volgens de instellingen zonder btw geboekt. Vermelde btw is verschuldigd; verbeter de prijzen of decimalen van de winkel, zodat de btw haar tarief volgt.',
	},
	untaxedFeeAsDiscount: {
		facts: { amount: 'cents', rates: 'percentages' },
		en: 'A fee of {amount} bears no VAT, while the goods bear {rates}; it is booked as a discount without VAT, as the settings say.',
		nl: 'Op een toeslag van {amount} zit geen btw, op de artikelen {rates}; hij wordt volgens de instellingen geboekt als korting zonder btw.',
	},
	untaxedLineAsDiscount: {
		facts: { amount: 'cents', rates: 'percentages' },
		en: 'A line of {amount} bears no VAT, while the goods bear {rates}; it is booked as a discount without VAT, as the settings say.',
		nl: 'Op een regel van {amount} zit geen btw, op de artikelen {rates}; hij wordt volgens de instellingen geboekt als korting zonder btw.',
	},
	feeAsDiscountAlone: {
		facts: { amount: 'cents' },
		en: 'A fee of {amount} bears no VAT; it is booked as a discount without VAT, as the settings say.',
		nl: 'Op een toeslag van {amount} zit geen btw; hij wordt volgens de instellingen geboekt als korting zonder btw.',
	},
	lineAsDiscountAlone: {
		facts: { amount: 'cents' },
		en: 'A line of {amount} bears no VAT; it is booked as a discount without VAT, as the settings say.',
		nl: 'Op een regel van {amount} zit geen btw; hij wordt volgens de instellingen geboekt als korting zonder btw.',
	},
	untaxedProducts: {
		facts: { amount: 'cents', number: 'text', country: 'country' },
		en: 'Products of {amount} bear no VAT, and the customer has a VAT number of {number}. Delivered in {country} this is no ICP: check whether VAT was due.',
		nl: 'Op artikelen van {amount} zit geen btw, en de klant heeft een btw-nummer van {number}. Geleverd in {country} is dit geen ICP: controleer of er btw over verschuldigd was.',
	},
	goodsWithoutRate: {
		facts: { amount: 'cents', country: 'country' },
		en: 'Articles of {amount}, delivered in {country}, have no VAT rate at all, and nothing of the order says why: check whether VAT was due.',
		nl: 'Artikelen van {amount}, geleverd in {country}, hebben helemaal geen btw-tarief, en niets van de bestelling zegt waarom: controleer of er btw verschuldigd was.',
	},
	vatInside: {
		facts: { part: 'part', amount: 'cents', inside: 'text' },
		en: 'The {part} of {amount} bears no VAT, while the goods do; VAT of {inside} inside it is booked, as the settings say.',
		nl: 'Op de regel {part} van {amount} zit geen btw, op de artikelen wel; de btw van {inside} die erin zit wordt geboekt, zoals de instellingen zeggen.',
	},
	vatAtRate: {
		facts: { vat: 'cents', rate: 'percentage' },
		en: '{vat} at {rate}',
		nl: '{vat} tegen {rate}',
	},

	// Amounts of the entry.
	fieldIgnored: {
		facts: { field: 'text' },
		en: 'The order adds up without the field "{field}", which is not looked at.',
		nl: 'De bestelling klopt zonder het veld "{field}", waar niet naar gekeken wordt.',
	},
	refundFieldIgnored: {
		facts: { field: 'text' },
		en: 'The refund adds up without the field "{field}", which is not looked at.',
		nl: 'De terugbetaling klopt zonder het veld "{field}", waar niet naar gekeken wordt.',
	},
	refundOfShipping: {
		en: 'The lines of the refund leave the shipping out, and its amount is theirs with all of the shipping.',
		nl: 'De regels van de terugbetaling laten de verzendkosten weg, en het bedrag is dat van de regels met alle verzendkosten.',
	},
	exchanged: {
		facts: { currency: 'text', amount: 'amount', euro: 'cents', rate: 'text' },
		en: '{currency} {amount} is {euro}, at {rate}.',
		nl: '{currency} {amount} is {euro}, bij een koers van {rate}.',
	},
	cardApart: {
		facts: { amount: 'cents', number: 'text' },
		en: 'A gift card or store credit of {amount} was sold with it. SnelStart takes that in no entry by OSS, so it is booked in one of its own, {number}.',
		nl: 'Er is een cadeaubon of winkeltegoed van {amount} mee verkocht. SnelStart neemt dat niet in een OSS-boeking, dus het krijgt een eigen boeking, {number}.',
	},
	untaxedApart: {
		facts: { amount: 'cents', number: 'text' },
		en: '{amount} of it bears no VAT. SnelStart takes that in no entry by OSS, so it is booked in one of its own, {number}.',
		nl: 'Over {amount} ervan is geen btw gerekend. SnelStart neemt dat niet in een OSS-boeking, dus het krijgt een eigen boeking, {number}.',
	},
	creditAsDiscount: {
		facts: { amount: 'cents' },
		en: 'Store credit of {amount} was taken off before VAT, as a discount; the gift card account does not change.',
		nl: 'Winkeltegoed van {amount} is vóór de btw afgetrokken, als korting; de rekening van cadeaubonnen verandert niet.',
	},
	cardWithVat: {
		facts: { amount: 'cents', vat: 'cents' },
		en: 'A line with the name of a gift card or an earlier payment takes {amount} off, and VAT of {vat}, as a discount does. If it paid for the order and no VAT was paid on it before, that VAT is still due.',
		nl: 'Een regel met de naam van een cadeaubon of een eerdere betaling haalt {amount} van de bestelling af, en {vat} btw, zoals een korting. Is er de bestelling mee betaald en was er nog geen btw over betaald, dan is die btw toch verschuldigd.',
	},
	testMode: {
		facts: { field: 'text' },
		en: 'The field "{field}" says that the order was paid in test mode: no money comes in. Was it a test, cancel it in the shop.',
		nl: 'Volgens het veld "{field}" is de bestelling in de testmodus betaald: er komt geen geld binnen. Was het een test, annuleer haar dan in de winkel.',
	},
	paidByCard: {
		facts: { amount: 'cents' },
		en: 'A gift card or store credit covered {amount}: a payment, not a discount.',
		nl: 'Een cadeaubon of winkeltegoed betaalde {amount}: een betaling, geen korting.',
	},
	gapOnLine: {
		facts: { made: 'cents', total: 'cents', gap: 'cents', line: 'words' },
		en: 'Lines and VAT make {made}, the total is {total}; {gap} is booked on the line "{line}", since SnelStart takes no rounding account in a distance sale.',
		nl: 'Regels en btw zijn samen {made}, het totaal is {total}; {gap} wordt geboekt op de regel "{line}", omdat SnelStart bij een afstandsverkoop geen afrondingsrekening aanneemt.',
	},
	gapRounded: {
		facts: { made: 'cents', total: 'cents', gap: 'cents' },
		en: 'Lines and VAT make {made}, the total is {total}; {gap} is booked as a rounding difference.',
		nl: 'Regels en btw zijn samen {made}, het totaal is {total}; {gap} wordt geboekt als afrondingsverschil.',
	},
	ownTotalMayDiffer: {
		facts: { made: 'cents', total: 'cents' },
		en: "Lines and VAT make {made}, the total is {total}; SnelStart's own total may differ.",
		nl: 'Regels en btw zijn samen {made}, het totaal is {total}; het totaal van SnelStart zelf kan afwijken.',
	},

	// Credit notes.
	refundedGross: {
		en: 'A line was refunded without VAT; its amount was taken as an amount with VAT.',
		nl: 'Een regel is terugbetaald zonder btw; het bedrag is gelezen als een bedrag met btw.',
	},
	refundedAsEntered: {
		en: 'A line was refunded without VAT although VAT was paid on it, and is credited so.',
		nl: 'Een regel is terugbetaald zonder btw, hoewel er btw over betaald was, en wordt zo gecrediteerd.',
	},
	refundedWithoutItsVat: {
		en: 'A line was refunded without VAT; the VAT of its rate was added, which makes the amount that went back.',
		nl: 'Een regel is terugbetaald zonder btw; de btw van het tarief is erbij geteld, en dat is het bedrag dat terugging.',
	},
	lessOfOrder: {
		facts: { credited: 'cents', refunded: 'cents' },
		en: 'More was refunded than is left of the order: {credited} of {refunded} is credited.',
		nl: 'Er is meer terugbetaald dan er van de bestelling over is: {credited} van {refunded} wordt gecrediteerd.',
	},
	lessOfRate: {
		facts: { rate: 'percentage', credited: 'cents', refunded: 'cents' },
		en: 'More was refunded than is left of the {rate} part: {credited} of {refunded} is credited.',
		nl: 'Er is meer terugbetaald dan er van het deel van {rate} over is: {credited} van {refunded} wordt gecrediteerd.',
	},
	allThatWasLeft: {
		facts: { lines: 'cents' },
		en: 'The lines of the refund make {lines}; its amount is all that was left of the order, which is credited in full.',
		nl: 'De regels van de terugbetaling zijn samen {lines}; het bedrag is alles wat er van de bestelling over was, en dat wordt helemaal gecrediteerd.',
	},
	overOtherRates: {
		facts: { rates: 'percentages', amount: 'cents' },
		en: 'Less is left at {rates} than this refund takes back, because an earlier refund of an amount was spread over all rates. That one was of the other rates then: {amount} is credited there.',
		nl: 'Bij {rates} is minder over dan deze terugbetaling terugneemt, omdat een eerdere terugbetaling van een bedrag over alle tarieven is verdeeld. Die ging dus over de andere tarieven: {amount} wordt daar gecrediteerd.',
	},
	noVatStated: {
		en: 'The shop states no VAT for this refund: it was split over what was left per rate.',
		nl: 'De winkel noemt geen btw bij deze terugbetaling: ze is verdeeld over wat er per tarief over was.',
	},
	amountCredited: {
		facts: { why: 'reason' },
		en: '{why} The amount is credited, over the rates of the lines.',
		nl: '{why} Het bedrag wordt gecrediteerd, over de tarieven van de regels.',
	},
	refundGapOnLine: {
		facts: { gap: 'cents', line: 'words' },
		en: 'The lines of the refund miss {gap} of its amount, booked on the line "{line}".',
		nl: 'De regels van de terugbetaling wijken {gap} van het bedrag af, geboekt op de regel "{line}".',
	},
	refundGapRounded: {
		facts: { gap: 'cents' },
		en: 'The lines of the refund miss {gap} of its amount, booked as a rounding difference.',
		nl: 'De regels van de terugbetaling wijken {gap} van het bedrag af, geboekt als afrondingsverschil.',
	},
	withoutRecord: {
		en: 'No record of the booking is kept: this credit note was made from the order and the settings of today.',
		nl: 'Van de boeking is niets bewaard: deze creditnota is gemaakt van de bestelling en de instellingen van nu.',
	},
	found: {
		facts: { why: 'reason' },
		en: '{why}',
		nl: '{why}',
	},

	// Payments and payouts.
	refundOnInvoice: {
		en: 'The refund is booked on the invoice of the order; set it off against the credit note.',
		nl: 'De terugbetaling wordt geboekt op de factuur van de bestelling; verreken die met de creditnota.',
	},
	feeNotBooked: {
		facts: { why: 'feeReason' },
		en: 'The fee is not booked: {why}.',
		nl: 'De transactiekosten worden niet geboekt: {why}.',
	},
	noPaymentDate: {
		en: 'The shop states no payment date; the date of the order is used.',
		nl: 'De winkel noemt geen betaaldatum; de datum van de bestelling wordt gebruikt.',
	},
	feesOnClearing: {
		facts: { fees: 'cents' },
		en: 'The fees of {fees} stay on the clearing account until the invoice of the provider is booked there; that invoice alone deducts their VAT.',
		nl: 'De kosten van {fees} blijven op de tussenrekening staan tot de factuur van de aanbieder daar geboekt is; alleen die factuur trekt de btw af.',
	},
	feesFromEu: {
		facts: { fees: 'cents' },
		en: 'The fees of {fees} are services from another EU country: boxes 4b and 5b.',
		nl: 'De kosten van {fees} zijn diensten uit een ander EU-land: rubrieken 4b en 5b.',
	},
	feesAreCosts: {
		facts: { fees: 'cents' },
		en: 'The fees of {fees} are costs; their VAT is not deducted.',
		nl: 'De kosten van {fees} zijn kosten; de btw wordt niet afgetrokken.',
	},
	feesHoldVat: {
		facts: { vat: 'cents' },
		en: "The fees hold VAT of {vat}, which is not deducted; 'Fees On' says how it can be, once.",
		nl: "In de kosten zit {vat} btw, die niet wordt afgetrokken; 'Fees On' zegt hoe dat kan, één keer.",
	},
	feesVatDeducted: {
		facts: { vat: 'cents' },
		en: 'VAT of {vat} in the fees is deducted here: do not book the invoice of the provider as well.',
		nl: 'De btw van {vat} in de kosten wordt hier afgetrokken: boek de factuur van de aanbieder niet ook nog.',
	},
	chargebacks: {
		en: 'Chargebacks do not reopen an invoice by themselves; that is a booking of its own.',
		nl: 'Een terugboeking opent een factuur niet vanzelf weer; dat is een eigen boeking.',
	},
	badDebtOpen: {
		facts: { open: 'cents', from: 'date' },
		en: 'Open: {open}; one year overdue on {from}.',
		nl: 'Open: {open}; een jaar te laat op {from}.',
	},
	badDebtAgain: {
		facts: { open: 'cents', claimed: 'cents' },
		en: 'Open by now: {open}; VAT claimed before: {claimed}.',
		nl: 'Nu open: {open}; eerder teruggevraagde btw: {claimed}.',
	},

	// Previews.
	waitsForPayout: {
		en: 'Waits until a payout names it, and is booked in the total of that payout.',
		nl: 'Wacht tot een uitbetaling haar noemt, en wordt geboekt in het totaal van die uitbetaling.',
	},
	totalOfPreview: {
		facts: { orders: 'count' },
		en: '{orders} orders of this preview.',
		nl: '{orders} bestellingen van dit voorbeeld.',
	},
	totalsOfPayouts: {
		facts: { orders: 'count' },
		en: '{orders} orders of this preview wait for a payout that is not known yet; each payout that names some of them is booked in a total of its own.',
		nl: '{orders} bestellingen van dit voorbeeld wachten op een uitbetaling die nog niet bekend is; elke uitbetaling die er een paar noemt, wordt in een eigen totaal geboekt.',
	},
} as const satisfies Record<string, SpokenEntry>;
export type DraftTextName = keyof typeof draftTexts;

/** A sentence of the register above: no other may become a note of a draft. */
export type DraftText = string & { readonly [ofRegister]: true };
declare const ofRegister: unique symbol;

/** A sentence of a draft in the language of its client. */
export function draftText<Name extends DraftTextName>(
	language: Language,
	name: Name,
	...[facts]: FactsIn<(typeof draftTexts)[Name]>
): DraftText {
	return sayText(draftTexts[name], language, facts) as DraftText;
}

/** What stands right before and behind what was written freely, in each language. */
const aroundWords = Object.values<SpokenEntry>(draftTexts).flatMap(({ facts = {}, ...said }) =>
	Object.keys(facts)
		.filter((fact) => facts[fact] === 'words')
		.flatMap((fact) =>
			languages.map((language) => {
				const [before = '', after = ''] = said[language].split(`{${fact}}`);
				return { before: before.split('}').at(-1)!, after: after.split('{')[0]! };
			}),
		),
);

/**
 * A sentence of a draft as a table may keep it (W071): without what was written freely, such as the
 * name of a line.
 *
 * @param said what `draftText` gave, in any language.
 */
export function keepableDraftText(said: string): string {
	for (const { before, after } of aroundWords) {
		const start = said.indexOf(before) + before.length;
		const end = said.lastIndexOf(after);
		if (said.includes(before) && end >= start) {
			return `${said.slice(0, start)}${LEFT_OUT}${said.slice(end)}`;
		}
	}
	return said;
}
