import { cardText, cardTexts, languages, lightTexts, retellCard } from '../../../bookkeeping';
import { complaintTexts } from '../../../bookkeeping/codes/complaintTexts';
import { contradictionTexts } from '../../../bookkeeping/codes/contradictionTexts';
import { valueTexts } from '../../../bookkeeping/codes/valueTexts';

const registers = { cardTexts, lightTexts, complaintTexts, contradictionTexts, valueTexts };
/** What is the same word in both languages. */
const SAME = ['status', 'webhooks', 'days'];

describe.each(Object.entries(registers))('the texts of %s', (_, texts) => {
	const all = Object.entries<{ en: string; nl: string; facts?: object }>(texts);

	it.each(all)('%s stands in both languages, with the same facts', (name, entry) => {
		const { facts = {} } = entry;
		for (const language of languages) {
			const used = [...entry[language].matchAll(/\{(\w+)\}/g)].map(([, fact]) => fact!);
			expect([...new Set(used)].sort()).toEqual(Object.keys(facts).sort());
			expect(entry[language]).toMatch(/\S/);
		}
		if (!SAME.includes(name)) expect(entry.nl).not.toBe(entry.en);
	});
});

describe('what is told of a card', () => {
	const plain = ['withoutEmail', 'withoutChamberOfCommerce', 'withoutPhone'] as const;
	const more = ['withoutMobile', 'withoutVatNumber'] as const;

	it.each([...plain, ...more])('%s is told again in Dutch', (name) => {
		expect(retellCard(cardText(name), 'nl')).toBe(cardTexts[name].nl);
		expect(retellCard(cardText(name), 'en')).toBe(cardTexts[name].en);
	});

	it.each(['maybeTwice', 'canBeDeleted'] as const)('%s keeps the code of the relation', (name) => {
		const said = retellCard(cardText(name, { code: '10234' }), 'nl');
		expect(said).toBe(cardTexts[name].nl.replace('{code}', '10234'));
	});

	it('shows as it is what no version knows', () => {
		expect(retellCard('Something else', 'nl')).toBe('Something else');
	});
});
