import type { Sandbox } from '../../sandbox';
import type { DemoStage } from '../../scripts/demoStage';
import { amountRefund } from '../support/amountRefund';
import type { ShopChange } from './shopChanges';
import { judge, judgePapers, judgePayments, judgeTotals } from '../support/judge';
import type { Evidence, JudgedEntry, JudgedOrder } from '../support/judge';

/** Recorded orders of consumers in the Netherlands that the demo's client books. */
const MODELS = [28, 29, 35];
const FIRST_ID = 900_001;
/** Of orders that nobody paid: before all others in a list, and nothing that the judge looks at. */
const FIRST_UNPAID = 800_001;
/** The same of the JouwWeb shop. */
const JOUWWEB_MODELS = [440001, 440012];

const cents = (euro: number | string): number => Math.round(Number(euro) * 100);
const momentOf = (daysAgo: number): string =>
	new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 19);
const now = (): string => momentOf(0);

/** What a campaign's client has, as far as it decides what is to come of a trade. */
export interface TradeKinds {
	/** Orders are of days that are over, and the shop books them in day totals. */
	inTotals?: boolean;
	/** Each entry of an order gets a paper; that of a total has one in any case. */
	withPapers?: boolean;
	/** What is paid is settled in the books, by the daily payment matching. */
	isPaid?: boolean;
	/** Whose shops they are; left out: the demo's client's. */
	client?: string;
	/** The id of the first order; left out: a usual one. Never one that n8n has seen before. */
	firstId?: number;
}

/** What customers of the sandbox's shops do during a campaign, and what is to come of it. */
export class Trade {
	/** The next order or refund, in whichever shop. */
	nextId: number;
	/** Whose shops they are. */
	readonly client: string;
	/** E-mail addresses of those with an account in the shop, the first first. */
	private readonly accounts: string[] = [];
	/** Orders and refunds, as the judge wants them. */
	readonly documents: JudgedOrder[] = [];
	/** Order number → e-mail address of its customer. */
	protected readonly customerOf = new Map<string, string>();

	constructor(
		protected readonly sandbox: Sandbox,
		private readonly kinds: TradeKinds = {},
	) {
		const { client = 'my-client', firstId = FIRST_ID } = kinds;
		this.client = client;
		this.nextId = firstId;
	}

	newCustomer(): string {
		const { firstId = FIRST_ID } = this.kinds;
		const email = `campaign.${firstId - FIRST_ID + this.accounts.length + 1}@mail.example`;
		this.accounts.push(email);
		return email;
	}

	/** A customer orders something now, and has paid. @returns the id of the order */
	order(email: string): number {
		const { wooCommerce } = this.sandbox;
		const id = this.nextId++;
		const model = wooCommerce.orders.find((one) => one.id === MODELS[id % MODELS.length])!;
		const placed = this.kinds.inTotals ? momentOf(2 + (id % 2)) : now();
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
			// Now and then two orders are paid in one transaction.
			transaction_id: `tr_${id - (id % 3 === 0 ? 1 : 0)}`,
			customer_id: (this.kinds.firstId ?? FIRST_ID) + this.accounts.indexOf(email),
			...Object.fromEntries(moments),
			billing: { ...(model.billing as object), email, last_name: email.split('@')[0] },
		} as typeof model);
		const number = `W${id}`;
		const amount = cents(String(model.total));
		this.documents.push({
			orderKey: `${this.client}/woocommerce/${id}`,
			number,
			amount,
			isToBook: true,
		});
		this.customerOf.set(number, email);
		return id;
	}

	/** Orders that nobody pays, so that nothing is to come of them; they come and go in the lists of the shop. */
	readonly unpaid: Record<ShopChange, () => void> & { add: () => void } = {
		add: () => this.putUnpaid(FIRST_UNPAID + this.unpaidIds.length),
		'order-leaves': () => {
			const first = Math.min(...this.unpaidIds);
			this.unpaidIds.splice(this.unpaidIds.indexOf(first), 1);
			this.sandbox.wooCommerce.removeOrder(first);
		},
		'order-returns': () => this.putUnpaid(Math.min(FIRST_UNPAID, ...this.unpaidIds) - 1),
		'order-changes': () => this.putUnpaid(this.unpaidIds[0] ?? FIRST_UNPAID),
		'order-comes': () => void this.order(this.newCustomer()),
	};
	private readonly unpaidIds: number[] = [];

	private putUnpaid(id: number): void {
		if (!this.unpaidIds.includes(id)) this.unpaidIds.push(id);
		const { wooCommerce } = this.sandbox;
		const model = wooCommerce.orders.find((one) => one.id === MODELS[0])!;
		const moments = { date_created: now(), date_created_gmt: now(), date_modified: now() };
		wooCommerce.putOrder({
			...structuredClone(model),
			...{ id, number: String(id), status: 'pending', refunds: [], transaction_id: '' },
			...{ ...moments, date_modified_gmt: now(), date_paid: null, date_paid_gmt: null },
		} as typeof model);
	}

	/** A customer of the JouwWeb shop orders something now, and has paid. */
	orderAtJouwWeb(email: string): void {
		const { jouwWeb } = this.sandbox;
		const id = this.nextId++;
		const model = jouwWeb.orders.find(
			(one) => one.id === JOUWWEB_MODELS[id % JOUWWEB_MODELS.length],
		)!;
		const number = String(id);
		const moment = `${now()}+00:00`;
		const name = { lastName: email.split('@')[0] };
		jouwWeb.putOrder({
			...structuredClone(model),
			...{ id, orderNumber: number, createdAt: moment, updatedAt: moment, emailAddress: email },
			...{ paymentStatus: 'paid', transactionId: `jw_${id}` },
			...{ status: 'processed', paymentAddress: { ...(model.paymentAddress as object), ...name } },
		});
		const amount = cents(Number(model.totalPrice));
		this.documents.push({
			orderKey: `${this.client}/jouwweb/${id}`,
			number,
			amount,
			isToBook: true,
		});
		this.customerOf.set(number, email);
	}

	/** The shop pays a euro back. */
	refund(orderId: number): void {
		const id = this.nextId++;
		this.sandbox.wooCommerce.putRefund({
			...amountRefund(id, orderId, '1.00', now()),
			refunded_payment: true,
		});
		this.documents.push({
			orderKey: `${this.client}/woocommerce/${orderId}/refund/${id}`,
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
		return this.faultsIn(await server.client.rows('WebshopOrders', this.client), isQuiet);
	}

	/** The same, by rows that are at hand. */
	faultsIn(allRows: ReadonlyArray<object>, isQuiet: boolean): string[] {
		const books = this.sandbox.snelStart.books.summary();
		const { salesEntries, relations, documents } = books;
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
		const withPaper = entries.filter(({ factuurnummer }) =>
			this.kinds.withPapers ? !factuurnummer.startsWith('C') : factuurnummer.startsWith('WDAG-'),
		);
		faults.push(
			...judgePapers(
				withPaper.map(({ factuurnummer }) => ({ number: factuurnummer })),
				documents.flatMap(({ parentIdentifier }) =>
					entries
						.filter(({ id }) => id === parentIdentifier)
						.map(({ factuurnummer }) => factuurnummer),
				),
				isQuiet,
			),
		);
		if (this.kinds.isPaid) {
			faults.push(...judgePayments(this.documents, settledIn(books, entries), isQuiet));
		}
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
		if (!this.kinds.inTotals) return judge(evidence);
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

interface MoneyEntry {
	verkoopboekingBoekingsRegels: Array<{
		boekingId: { id: string };
		bedrag?: number;
		debet?: number;
		credit?: number;
	}>;
}

/** What memorial, bank and cash entries settle of these sales entries, a line each. */
function settledIn(
	books: ReturnType<Sandbox['snelStart']['books']['summary']>,
	entries: ReadonlyArray<{ id: string; factuurnummer: string }>,
): JudgedEntry[] {
	const numberOf = new Map(entries.map(({ id, factuurnummer }) => [id, factuurnummer]));
	const { memorialEntries, bankEntries, cashEntries } = books;
	const money = [...memorialEntries, ...bankEntries, ...cashEntries] as unknown as MoneyEntry[];
	return money.flatMap(({ verkoopboekingBoekingsRegels: lines }) =>
		lines.flatMap(({ boekingId, bedrag, debet = 0, credit = 0 }) => {
			const number = numberOf.get(boekingId.id);
			return number === undefined ? [] : [{ number, amount: cents(bedrag ?? credit - debet) }];
		}),
	);
}
