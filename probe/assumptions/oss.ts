import { assumption } from '../assumption';
import { at, isTaken, textAt } from '../call';
import { NotTried } from '../notTried';

/** Whether the administration books distance sales in SnelStart's own way. */
export const ossOn = assumption({
	id: 'oss-on',
	theme: 'entries',
	question: 'Is the OSS way of booking switched on (factureerBuitenlandsBtw)?',
	facts: ['SS-223', 'SS-420'],
	findings: {
		off: { holds: true, says: 'has it off', sandbox: { foreignVat: false } },
		on: { says: 'has it on', sandbox: { foreignVat: true } },
	},
	async steps(bench) {
		const company = await bench.fixtures.company();
		return { finding: at(company, 'factureerBuitenlandsBtw') === true ? 'on' : 'off' };
	},
});

/** Whether the card decides on distance sales. */
export const ossCardCountry = assumption({
	id: 'oss-card-country',
	theme: 'entries',
	question: 'Is an entry of distance sales refused on the card of a Dutch customer?',
	facts: ['SS-420'],
	findings: {
		checked: { holds: true, says: 'refused it', sandbox: { ossCardCountry: 'checked' } },
		ignored: {
			says: 'took it',
			sandbox: { ossCardCountry: 'ignored' },
			follows:
				'Look at the countries of customer cards before each OSS return: SnelStart does not guard them.',
		},
	},
	async steps(bench) {
		const company = await bench.fixtures.company();
		if (at(company, 'factureerBuitenlandsBtw') !== true) {
			throw new NotTried('The OSS way of booking is off (factureerBuitenlandsBtw).');
		}
		const vatAccount = textAt(company, 'buitenlandseBtwGrootboek.id');
		const sales = await bench.fixtures.account('InstallatieTeleverkoopBinnenEUgeen');
		const address = {
			straat: 'Proefweg 1',
			postcode: '1012 AB',
			plaats: 'Proefstad',
			land: await bench.fixtures.country('NL'),
		};
		const name = bench.mark();
		const card = { naam: name, relatiesoort: ['Klant'], vestigingsAdres: address };
		const made = await bench.make('/relaties', card, name);
		const line = (grootboek: { id: string }, bedrag: number) => ({
			omschrijving: name,
			grootboek,
			bedrag,
			btwSoort: 'Geen',
		});
		const answer = await bench.post(
			'/verkoopboekingen',
			{
				factuurnummer: name,
				klant: { id: textAt(made.body, 'id') },
				factuurdatum: `${bench.fixtures.today()}T00:00:00`,
				factuurbedrag: 1.19,
				omschrijving: name,
				boekingsregels: [line(sales, 1), line({ id: vatAccount }, 0.19)],
				btw: [],
			},
			name,
		);
		return { finding: isTaken(answer) ? 'ignored' : 'checked' };
	},
});
