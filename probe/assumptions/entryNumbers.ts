import { assumption } from '../assumption';
import { isTaken } from '../call';
import { bookEntry, invoicesOf, tryEntry } from '../salesEntry';

/** Where an invoice number has to be unique. */
export const numberScope = assumption({
	id: 'number-scope',
	theme: 'entries',
	question: 'Where must an invoice number be unique?',
	facts: ['SS-431'],
	findings: {
		administration: {
			holds: true,
			says: 'refused the same number for another customer too',
			sandbox: { invoiceNumberScope: 'administration' },
		},
		customer: {
			says: 'took the same number for another customer',
			sandbox: { invoiceNumberScope: 'customer' },
			follows:
				'Give every shop a Prefix of Invoice Numbers of its own: SnelStart itself does not stop two shops from using one number.',
		},
		nowhere: {
			says: 'took the same number twice, even for one customer',
			follows:
				'SnelStart does not guard against double entries: rely on the order table and the look-up before booking, and run Reconcile Period every week.',
		},
	},
	async steps(bench) {
		const { number } = await bookEntry(bench);
		if (isTaken(await tryEntry(bench, { number }))) return { finding: 'nowhere' };
		const customer = await bench.fixtures.otherCustomer();
		const again = await tryEntry(bench, { number, customer });
		return { finding: isTaken(again) ? 'customer' : 'administration' };
	},
});

/** Whether capitals make a difference. */
export const numberCase = assumption({
	id: 'number-case',
	theme: 'lists',
	question: 'Do filters and invoice numbers tell capitals from small letters?',
	facts: ['SS-302', 'SS-431'],
	findings: {
		told: { holds: true, says: 'told them apart', sandbox: { ignoreCase: false } },
		same: {
			says: 'took them for the same',
			sandbox: { ignoreCase: true },
			follows:
				'Invoice numbers and article codes that differ in capitals only are one in SnelStart: give shops prefixes that differ in more.',
		},
		filterOnly: {
			says: 'found the number in other capitals, but took it as a new one',
			follows: 'Give shops prefixes of invoice numbers that differ in more than capitals.',
		},
		numberOnly: {
			says: 'did not find the number in other capitals, but refused it as a new one',
			follows: 'Give shops prefixes of invoice numbers that differ in more than capitals.',
		},
	},
	async steps(bench) {
		const { number } = await bookEntry(bench);
		const small = number.toLowerCase();
		const isFound = (await invoicesOf(bench, small)).length > 0;
		const isRefused = !isTaken(await tryEntry(bench, { number: small }));
		if (isFound) return { finding: isRefused ? 'same' : 'filterOnly' };
		return { finding: isRefused ? 'numberOnly' : 'told' };
	},
});
