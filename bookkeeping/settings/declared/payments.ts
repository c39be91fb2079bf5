import { choice, onOff, optionalPick, pick, rows, text, wholeNumber } from '../kinds';

/** Payment methods whose orders always go to one debtor (J070). */
export const fixedDebtors = rows({
	title: 'Fixed Debtors',
	item: 'Payment Method',
	add: 'Add payment method',
	description:
		'Payment methods whose orders always go to one debtor instead of a customer of their own. Never used for ICP.',
	fields: {
		paymentMethod: text({
			title: 'Payment Method',
			placeholder: 'e.g. ideal',
			description: 'Code or title of the payment method, as the order states it',
		}),
		relationId: pick({
			title: 'Debtor',
			from: 'debtors',
			description: 'The customer (debiteur) that the orders go to',
		}),
	},
});

/** How the payments of one payment method are booked (J072, J160, W003, W009). */
export const paymentMethods = rows({
	title: 'Payment Methods',
	item: 'Payment Method',
	add: 'Add payment method',
	description:
		'Payment methods whose payments are booked, each on a clearing account (tussenrekening) or in a bank or cash journal. Never together with a fixed debtor.',
	fields: {
		paymentMethod: text({
			title: 'Payment Method',
			placeholder: 'e.g. ideal',
			description: 'Code or title of the payment method, as the order states it',
		}),
		entryKind: choice({
			title: 'Entry Kind',
			usual: 'memorial',
			choices: [
				{ name: 'Bank', value: 'bank' },
				{ name: 'Cash (Kas)', value: 'cash' },
				{ name: 'Memorial (Memoriaal)', value: 'memorial' },
			],
			description: 'The kind of journal that the payments are booked in',
		}),
		journalId: pick({
			title: 'Journal',
			from: 'paymentJournals',
			description: 'The journal (dagboek) that the payments are booked in',
		}),
		/** The account of money that the payment provider still holds (J072). */
		clearingAccountId: optionalPick({
			title: 'Clearing Account',
			from: 'optionalLedgerAccounts',
			description:
				'Account (tussenrekening) of the money that the payment provider still holds; only for memorials',
			hint: 'Only for memorials; bank and cash are booked on the account of the journal',
		}),
		/** J161. */
		alwaysPaid: onOff({
			title: 'Always Process Payment',
			description: 'Whether the payment is booked even if the shop does not call it paid',
		}),
		/** W049. */
		bookFees: onOff({
			title: 'Book Fees',
			description:
				'Whether the fee of the payment provider is booked with the payment, where the order states it',
		}),
	},
});

/** Payment methods with a term of their own, such as paying afterwards (D-J142). */
export const paymentTerms = rows({
	title: 'Payment Terms',
	item: 'Payment Method',
	add: 'Add payment method',
	description:
		'Payment methods whose invoices have a term of their own, such as a bank transfer or paying afterwards; all others have the Payment Term (Days)',
	fields: {
		paymentMethod: text({
			title: 'Payment Method',
			placeholder: 'e.g. bacs',
			description: 'Code or title of the payment method, as the order states it',
		}),
		days: wholeNumber({
			title: 'Days',
			usual: 30,
			min: 0,
			max: 999,
			description: 'Days until an invoice is due (betalingstermijn)',
		}),
	},
});

/** How the payouts of one payment provider are booked (W049, W050). */
export const payoutProviders = rows({
	title: 'Payout Providers',
	item: 'Provider',
	add: 'Add provider',
	description: 'Payment providers whose payouts (uitbetalingen) are booked',
	fields: {
		provider: text({
			title: 'Provider',
			proposed: 'mollie',
			placeholder: 'e.g. mollie',
			description:
				'Mollie, stripe, payPal, klarna, or the name that payouts in the general form give',
		}),
		entryKind: choice({
			title: 'Entry Kind',
			usual: 'bank',
			choices: [
				{ name: 'Bank', value: 'bank' },
				{ name: 'Memorial (Memoriaal)', value: 'memorial' },
			],
			description:
				'Bank books the payout as money received; memorial leaves that to the bank statement and uses the transfer account',
		}),
		journalId: pick({
			title: 'Journal',
			from: 'paymentJournals',
			description: 'The journal (dagboek) that the payouts are booked in',
		}),
		clearingAccountId: pick({
			title: 'Clearing Account',
			from: 'ledgerAccounts',
			description: 'The account that the payments stand on',
		}),
		transferAccountId: optionalPick({
			title: 'Transfer Account',
			from: 'optionalLedgerAccounts',
			description:
				'Money under way to the bank (kruisposten); needed for memorials and for withdrawals',
			hint: 'Money under way to the bank (kruisposten); needed for memorials and for withdrawals',
		}),
		/** One choice, so that the VAT in fees is deducted once: here, on the invoice, or not at all. */
		feesOn: choice({
			title: 'Fees On',
			usual: 'costs',
			choices: [
				{
					name: 'Clearing Account',
					value: 'clearing',
					description:
						'Fees were booked with the payments, or come with the invoice of the provider, which alone deducts their VAT',
				},
				{
					name: 'Payment Costs Account',
					value: 'costs',
					description: 'All of the fees are costs; their VAT is not deducted',
				},
				{
					name: 'Payment Costs Account, Dutch VAT Deducted',
					value: 'costsWithVat',
					description:
						'The payout deducts the Dutch VAT in the fees, such as those of Mollie, so the invoice of the provider is not booked as well',
				},
				{
					name: 'Services From the EU',
					value: 'reverseCharge',
					description:
						'For a provider in another EU country that charges no VAT: the fees go to an account of box 4b',
				},
			],
			description:
				'Where the fees that the provider keeps are booked, and where their VAT is deducted: once',
		}),
		feesVatAccountId: optionalPick({
			title: 'VAT Account of Fees',
			from: 'optionalLedgerAccounts',
			description:
				'Account of VAT to claim back (btw te vorderen hoog); only for memorials that deduct Dutch VAT. Bank entries find it by themselves.',
			hint: 'Only for memorials that deduct Dutch VAT',
		}),
		euFeesAccountId: optionalPick({
			title: 'Account of EU Fees',
			from: 'optionalLedgerAccounts',
			description:
				'Account of services from the EU at the high rate (function 62, box 4b), for fees of a provider in another EU country',
			hint: 'Only for Services From the EU; an account with function 62',
		}),
		chargebacks: choice({
			title: 'Chargebacks',
			usual: 'clearing',
			choices: [
				{
					name: 'Clearing Account',
					value: 'clearing',
					description: 'They stay there until somebody books them',
				},
				{
					name: 'Reopen the Invoice',
					value: 'reopen',
					description: 'The customer owes the money again: the invoice of the order is open',
				},
			],
			description: 'What becomes of payments that customers had taken back (chargebacks)',
		}),
		reserveAccountId: optionalPick({
			title: 'Reserve Account',
			from: 'optionalLedgerAccounts',
			description: 'Money that the provider holds back for a while',
		}),
		loanAccountId: optionalPick({
			title: 'Loan Account',
			from: 'optionalLedgerAccounts',
			description:
				'A loan of the provider (Stripe Capital), which it keeps its repayments of out of payouts',
		}),
		exchangeAccountId: optionalPick({
			title: 'Exchange Account',
			from: 'optionalLedgerAccounts',
			description: 'Differences of exchange rates',
		}),
	},
});
