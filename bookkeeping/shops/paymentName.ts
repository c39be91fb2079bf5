/** How plugins and shop owners call an amount that is a payment with what was paid for before. */
const PAYMENT_NAME = new RegExp(
	[
		...['gift ?-?cards?', 'gift ?-?vouchers?', 'gift ?-?certificates?', 'vouchers?', 'wallet'],
		...['store ?-?credits?', 'account ?-?funds', 'ca?[dk]eau-? ?(bon|kaart|cheque)\\w*'],
		...['[ck]ado-? ?(bon|kaart|cheque)\\w*', 'geschenk-? ?(bon|kaart|cheque)\\w*'],
		...['waardebon\\w*', '(winkel|klant)?tegoed(bon)?', 'aanbetaling\\w*', 'vooruit ?betaal?\\w*'],
		...['fashion-? ?cheques?', 'eco-? ?cheques?', '(geschenk)?gutschein(e|karte)?'],
		...['(carte|bon|ch[eè]que)s?[ -]cadeau', 'anzahlung', 'voorschot(ten)?'],
		...[
			'(reeds|al|eerder) (betaald|voldaan)',
			'already paid',
			'(earlier|previous) payments?',
			'pre-?payments?',
		],
		...['deposit paid', 'paid deposit'],
	]
		.map((name) => `\\b${name}\\b`)
		.join('|'),
	'i',
);

/** Whether an untaxed line below zero of this name is a gift card, store credit or an earlier payment. */
export const isPaymentName = (name: string): boolean => PAYMENT_NAME.test(name);
