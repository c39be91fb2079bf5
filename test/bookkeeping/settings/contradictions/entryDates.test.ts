import { entryDates } from '../../../../bookkeeping/settings/contradictions/entryDates';
import { settingsWith } from '../../support';

it('says nothing of what agrees', () => {
	const settings = settingsWith();
	const [woo] = settings.shops;
	expect(entryDates(settings)).toEqual([]);
	const dated = [
		{ ...woo!, entryDate: 'completed' as const },
		{ ...woo!, entryDate: 'field' as const, entryDateField: '_wcpdf_invoice_date' },
	];
	expect(entryDates({ ...settings, shops: dated })).toEqual([]);
});

it('names the shop of each setting that cannot work', () => {
	const settings = settingsWith();
	const [woo, jouwWeb] = settings.shops;
	const shops = [
		{ ...woo!, entryDate: 'field' as const },
		{ ...woo!, entryDateField: 'unused' },
		{ ...jouwWeb!, entryDate: 'completed' as const },
	];
	expect(entryDates({ ...settings, shops }).map(({ en }) => en)).toEqual([
		`Shop "woocommerce": 'Entry Date' is a field; name it in 'Entry Date Field'.`,
		`Shop "woocommerce": 'Entry Date Field' is only used when 'Entry Date' is Field.`,
		`Shop "jouwweb": JouwWeb does not say when an order was completed; choose another 'Entry Date'.`,
	]);
});
