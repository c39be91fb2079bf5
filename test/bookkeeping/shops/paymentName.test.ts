import { isPaymentName } from '../../../bookkeeping/shops/paymentName';

it.each([
	...['Cadeaubon', 'Kadobon 25 euro', 'Cadeau kaart', 'Gift card', 'giftcard', 'Voucher'],
	...['Store credit', 'Wallet', 'Geschenkbon', 'Waardebon', 'Winkeltegoed', 'Aanbetaling'],
	...['fashioncheque', 'Ecocheques Edenred', 'Gutschein 12', 'Geschenkgutschein', 'Carte cadeau'],
	...['Chèque cadeau', 'Bon-cadeau', 'Anzahlung', 'Voorschot', 'Reeds voldaan', 'Al betaald'],
	...['Vooruitbetaald', 'Reeds betaald', 'Already paid', 'Previous payment', 'Deposit paid'],
])('"%s" is what was paid before', (name) => expect(isPaymentName(name)).toBe(true));

it.each([
	...['Korting', 'Discount', 'Toeslag', 'Inruil oude fiets', 'Kortingsbon', 'Retour', ''],
	...[
		'Walletje',
		'Emballage',
		'Gratis cadeauverpakking',
		'Deposit',
		'Spaarpunten',
		'Totaal voldaan',
	],
])('"%s" says nothing of a payment', (name) => expect(isPaymentName(name)).toBe(false));
