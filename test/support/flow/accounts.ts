import type { SnelStartSandbox } from '../../../sandbox/snelstart/server';
import type { Stage } from './stage';

type Entry = ReturnType<SnelStartSandbox['books']['summary']>['salesEntries'][number];

/** The row of the newest version. */
export function newestSettings({ engine }: Stage) {
	const [newest] = engine
		.rows('ClientSettings')
		.toSorted((a, b) => Number(b.version) - Number(a.version));
	return newest!;
}

/** Settings, as they stand in a row, by which products and shipping change accounts. */
export function withOtherAccounts(written: unknown): string {
	const settings = JSON.parse(String(written)) as {
		vatMapping: Array<Record<'productsAccountId' | 'shippingAccountId', string>>;
	};
	for (const row of settings.vatMapping) {
		const { productsAccountId, shippingAccountId } = row;
		expect(productsAccountId).not.toBe(shippingAccountId);
		Object.assign(row, {
			productsAccountId: shippingAccountId,
			shippingAccountId: productsAccountId,
		});
	}
	return JSON.stringify(settings);
}

/** Other accounts from now on, as a new version of the settings. */
export function otherAccounts(stage: Stage): void {
	const { client, version, settings } = newestSettings(stage);
	const changed = { client, version: Number(version) + 1, settings: withOtherAccounts(settings) };
	stage.engine.table('ClientSettings').insert(changed as never);
}

/**
 * Amounts in cents by what they stand on: account and VAT kind of lines, kind of VAT rows. What adds
 * up to nothing is left out.
 */
export function perPlace(...entries: Entry[]): Record<string, number> {
	const places: Record<string, number> = {};
	const add = (place: string, amount: unknown) => {
		places[place] = (places[place] ?? 0) + Math.round(Number(amount) * 100);
	};
	for (const { boekingsregels, btw } of entries) {
		for (const line of boekingsregels) add(`${line.grootboek.id} ${line.btwSoort}`, line.bedrag);
		for (const row of btw) add(row.btwSoort, row.btwBedrag);
	}
	return Object.fromEntries(Object.entries(places).filter(([, cents]) => cents !== 0));
}
