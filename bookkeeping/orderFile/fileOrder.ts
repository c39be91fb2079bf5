import { formatCents, roundToCents, type Micros } from '../money/money';
import type { RawObject } from '../trade/fields';
import { amountOfCell, dateOfCell, percentageOfCell, textOfCell } from './cells';
import type { Columns, OrderFileField } from './columns';
import { complaint } from './complaint';
import { mayBeVatNumber } from '../shops/vatNumberElsewhere';
import { cellOf, type FileRow, type OrderRows } from './record';
import type { DecimalMark } from '../trade/writtenValues';

/** What a file is read by. */
export interface FileReading {
	headings: readonly string[];
	columns: Columns;
	mark: DecimalMark;
	/** The VAT rates that the settings know, in hundredths of a percentage: proof, never a guess. */
	rates: readonly number[];
}

/** The rows of one order with what they say as a whole. */
export class FileOrder {
	readonly number: string;
	readonly rows: readonly FileRow[];

	constructor(
		{ number, rows }: OrderRows,
		private readonly file: FileReading,
	) {
		this.number = number;
		this.rows = rows;
	}

	get first(): FileRow {
		return this.rows[0]!;
	}

	get rates(): readonly number[] {
		return this.file.rates;
	}

	get columns(): Columns {
		return this.file.columns;
	}

	/** What all rows of the order that say anything agree on. @throws Complaint when they do not. */
	text(field: OrderFileField): string {
		const said = new Map<string, FileRow>();
		for (const row of this.rows) {
			const text = textOfCell(cellOf(row, this.columns, field));
			if (text !== '') said.set(text, said.get(text) ?? row);
		}
		const [first = '', second] = said.keys();
		if (second === undefined) return first;
		throw complaint(said.get(second)!.row, {
			case: 'differs',
			number: this.number,
			column: this.heading(field),
		});
	}

	/** An amount of the whole order; `undefined` where none is stated. @throws Complaint */
	amount(field: OrderFileField): Micros | undefined {
		if (this.text(field) === '') return undefined;
		const row = this.rows.find((one) => textOfCell(cellOf(one, this.columns, field)) !== '');
		return this.amountIn(row!, field);
	}

	/** An amount of one row; `undefined` where the cell is empty. @throws Complaint */
	amountIn(row: FileRow, field: OrderFileField): Micros | undefined {
		const place = this.columns.fields[field];
		return place === undefined ? undefined : this.amountAt(row, place);
	}

	/** @throws Complaint when the cell holds something that is not an amount. */
	amountAt(row: FileRow, place: number): Micros | undefined {
		const cell = row.cells[place];
		if (textOfCell(cell) === '') return undefined;
		const amount = amountOfCell(cell, this.file.mark);
		if (amount !== undefined) return amount;
		const column = this.file.headings[place] ?? '';
		throw complaint(row.row, { case: 'amount', number: this.number, column });
	}

	/** In hundredths of a percentage. @throws Complaint */
	percentageIn(row: FileRow, field: OrderFileField): number | undefined {
		const cell = cellOf(row, this.columns, field);
		if (textOfCell(cell) === '') return undefined;
		const percentage = percentageOfCell(cell, this.file.mark);
		if (percentage !== undefined) return percentage;
		throw complaint(row.row, { case: 'amount', number: this.number, column: this.heading(field) });
	}

	/** The total with VAT. @throws Complaint when the order states none. */
	total(): Micros {
		const total = this.amount('total');
		if (total !== undefined) return total;
		const [net, vat] = [this.amount('totalNet'), this.amount('totalVat')];
		if (net !== undefined && vat !== undefined) return net + vat;
		throw complaint(this.first.row, { case: 'noTotal', number: this.number });
	}

	/** The VAT of the whole order, where the file states it. */
	totalVat(): Micros | undefined {
		const vat = this.amount('totalVat');
		if (vat !== undefined) return vat;
		const [total, net] = [this.amount('total'), this.amount('totalNet')];
		return total !== undefined && net !== undefined ? total - net : undefined;
	}

	/** What columns that nothing is taken from hold and what may be a VAT number, by their headings. */
	mayBeVatNumbers(): Array<{ name: string; value: string }> {
		const { headings, columns } = this.file;
		return columns.unused.flatMap((place) => {
			const name = headings[place] ?? '';
			const texts = new Set(this.rows.map(({ cells }) => textOfCell(cells[place])));
			return [...texts]
				.filter((text) => mayBeVatNumber(name, text))
				.map((value) => ({ name, value }));
		});
	}

	heading(field: OrderFileField): string {
		return this.file.headings[this.columns.fields[field] ?? -1] ?? '';
	}
}

/** What a file without a column of statuses gives each order as its status. */
export const STATUS_OF_FILE = 'exported';

const ADDRESS = {
	billing: {
		...{ name: 'billingName', firstName: 'billingFirstName', lastName: 'billingLastName' },
		...{ company: 'billingCompany', street: 'billingStreet', postcode: 'billingPostcode' },
		...{ city: 'billingCity', country: 'billingCountry' },
	},
	shipping: {
		...{ name: 'shippingName', company: 'shippingCompany', street: 'shippingStreet' },
		...{ postcode: 'shippingPostcode', city: 'shippingCity', country: 'shippingCountry' },
	},
} as const satisfies Record<string, Record<string, OrderFileField>>;

/** Everything of an order but its lines, in the form of docs/other-shops.md. @throws Complaint */
export function headOf(order: FileOrder): RawObject {
	const paidByGiftCard = order.amount('paidByGiftCard');
	const billing = addressOf(order, ADDRESS.billing);
	const houseNumber = order.text('billingHouseNumber');
	const elsewhere = order.mayBeVatNumbers();
	return {
		id: order.number,
		number: order.number,
		...optional('invoiceNumber', order.text('invoiceNumber')),
		status: order.text('status') || STATUS_OF_FILE,
		...optional('currency', order.text('currency').toUpperCase()),
		date: dateOf(order),
		paymentMethod: order.text('paymentMethod'),
		...optional('transactionId', order.text('transactionId')),
		total: decimal(order.total()),
		...(paidByGiftCard !== undefined && { paidByGiftCard: decimal(paidByGiftCard) }),
		billing: { ...billing, street: [billing.street, houseNumber].filter(Boolean).join(' ') },
		shipping: addressOf(order, ADDRESS.shipping),
		customer: {
			email: order.text('email'),
			phone: order.text('phone'),
			vatNumber: order.text('vatNumber'),
			chamberOfCommerceNumber: order.text('chamberOfCommerceNumber'),
		},
		...(elsewhere.length > 0 && { note_attributes: elsewhere }),
	};
}

const optional = (field: string, value: string): RawObject =>
	value === '' ? {} : { [field]: value };

function addressOf(order: FileOrder, fields: Readonly<Record<string, OrderFileField>>): RawObject {
	const { name = '', ...said } = Object.fromEntries(
		Object.entries(fields).map(([part, field]) => [part, order.text(field)]),
	);
	return said.firstName || said.lastName ? said : { ...said, lastName: name };
}

function dateOf(order: FileOrder): string {
	order.text('date');
	const row = order.rows.find((one) => textOfCell(cellOf(one, order.columns, 'date')) !== '');
	const date = row && dateOfCell(cellOf(row, order.columns, 'date'));
	if (date !== undefined) return date;
	const facts = { number: order.number, column: order.heading('date') };
	throw complaint((row ?? order.first).row, { case: 'date', ...facts });
}

/** An amount as the form of other shops takes it: cents where it has no more, else six decimals. */
export function decimal(amount: Micros): string {
	const cents = roundToCents(amount);
	if (cents * 10_000 === amount) return formatCents(cents);
	const digits = String(Math.abs(amount)).padStart(7, '0');
	return `${amount < 0 ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
