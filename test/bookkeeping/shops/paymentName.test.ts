import { isPaymentName } from '../../../bookkeeping/shops/paymentName';

it.each([
	...['Cadeaubon', 'Kadobon 25 euro', 'Cadeau kaart', 'Gift card', 'giftcard', 'Voucher'],
	...['Store credit', 'Wallet', 'Geschenkbon', 'Waardebon', 'Winkeltegoed', 'Aanbetaling'],
	...['Vooruitbetaald', 'Reeds betaald', 'Already paid', 'Previous payment', 'Deposit paid'],
])('"%s" is what was paid before', (name) => expect(isPaymentName(name)).toBe(true));

it.each([
	...['Korting', 'Discount', 'Toeslag', 'Inruil oude fiets', 'Kortingsbon', 'Retour', ''],
	...['Walletje', 'Emballage'],
])('"%s" says nothing of a payment', (name) => expect(isPaymentName(name)).toBe(false));
