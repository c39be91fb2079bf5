import type { Sandbox } from '../../sandbox';
import type { DemoStage } from '../../scripts/demoStage';
import { amountRefund } from '../support/amountRefund';
import { judge, judgeTotals, type Evidence, type JudgedOrder } from '../support/judge';

/** Recorded orders of consumers in the Netherlands that the demo's client books. */
const MODELS = [28, 29, 35];
const FIRST_ID = 900_001;
const SHOP = 'my-client/woocommerce';

const cents = (euro: number | string): number => Math.round(Number(euro) * 100);
const momentOf = (daysAgo: number): string =>
	new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 19);
const now = (): string => momentOf(0);

/** What customers of the sandbox's shop do during a campaign, and what is to come of it. */
export class Trade {
	protected nextId = FIRST_ID;
	/** E-mail addresses of those with an account in the shop, the first first. */
	private readonly accounts: string[] = [];
	/** Orders and refunds, as the judge wants them. */
	readonly documents: JudgedOrder[] = [];
	/** Order number → e-mail address of its customer. */
	protected readonly customerOf = new Map<string, string>();

	/** @param inTotals orders are of days that are over, and the shop books them in day totals */
	constructor(
		protected readonly sandbox: Sandbox,
		private readonly inTotals = false,
	) {}

	newCustomer(): string {
		const email = `campaign.${this.accounts.length + 1}@mail.example`;
		this.accounts.push(email);
		return email;
	}

	/** A customer orders something now, and has paid. @returns the id of the order */
	order(email: string): number {
		const { wooCommerce } = this.sandbox;
		const id = this.nextId++;
		const model = wooCommerce.orders.find((one) => one.id === MODELS[id % MODELS.length])!;
		const placed = this.inTotals ? momentOf(2 + (id % 2)) : now();
		const moments = Object.entries({ created: placed, modified: now(), paid: placed }).flatMap(
			([name, at]) => [
				[`date_${name}`, at],
				[`date_${name}_gmt`, at],
			],
		);
		wooCommerce.putOrder({
			...structuredClone(model),
			id,
			number: String(id),
			status: 'processing',
			refunds: [],
			transaction_id: `tr_${id}`,
			customer_id: FIRST_ID + this.accounts.indexOf(email),
			...Object.fromEntries(moments),
			billing: { ...(model.billing as object), email, last_name: email.split('@')[0] },
		} as typeof model);
		const number = `W${id}`;
		const amount = cents(String(model.total));
		this.documents.push({ orderKey: `${SHOP}/${id}`, number, amount, isToBook: true });
		this.customerOf.set(number, email);
		return id;
	}

	/** The shop pays a euro back. */
	refund(orderId: number): void {
		const id = this.nextId++;
		this.sandbox.wooCommerce.putRefund(amountRefund(id, orderId, '1.00', now()));
		this.documents.push({
			orderKey: `${SHOP}/${orderId}/refund/${id}`,
			number: `CW${id}`,
			amount: -100,
			isToBook: true,
		});
	}

	/**
	 * What is wrong, by the sandbox's raw books and the rows of the order table.
	 * @param isQuiet everything that was to follow has run
	 */
	async faults({ server }: DemoStage, isQuiet: boolean): Promise<string[]> {
		return this.faultsIn(await server.client.rows('WebshopOrders'), isQuiet);
	}

	/** The same, by rows that are at hand. */
	faultsIn(allRows: ReadonlyArray<object>, isQuiet: boolean): string[] {
		const { salesEntries, relations } = this.sandbox.snelStart.books.summary();
		const isOurs = (text: string): boolean => /9\d{5}|^WDAG-/.test(text);
		const rows = (allRows as ReadonlyArray<Record<string, unknown>>).filter(
			({ orderKey, kind }) => isOurs(String(orderKey)) && (kind === 'order' || kind === 'refund'),
		);
		const entries = salesEntries.filter(({ factuurnummer }) => isOurs(factuurnummer));
		const faults = this.judged({
			orders: this.documents,
			rows: rows as unknown as Evidence['rows'],
			entries: entries.map(({ factuurnummer, factuurbedrag }) => ({
				number: factuurnummer,
				amount: cents(factuurbedrag),
			})),
			isQuiet,
		});
		for (const email of new Set(this.customerOf.values())) {
			const cards = relations.filter((card) => card.email === email);
			if (cards.length > 1) faults.push(`${email} has ${cards.length} cards: twice.`);
			const elsewhere = entries.filter(
				({ factuurnummer, klant }) =>
					this.customerOf.get(factuurnummer) === email && !cards.some(({ id }) => id === klant.id),
			);
			if (elsewhere.length > 0) faults.push(`${email} has an entry on a card of somebody else.`);
		}
		return faults;
	}

	/** Orders in day totals have no entry of their own; what is paid back has. */
	private judged(evidence: Evidence): string[] {
		if (!this.inTotals) return judge(evidence);
		const isCredit = (number: string): boolean => number.startsWith('C');
		const credits = evidence.orders.filter(({ number }) => isCredit(number));
		const ofCredits = {
			...evidence,
			orders: credits,
			rows: evidence.rows.filter(({ orderKey }) => orderKey.includes('/refund/')),
			entries: evidence.entries.filter(({ number }) => isCredit(number)),
		};
		return [...judgeTotals(evidence), ...judge(ofCredits)];
	}
}
