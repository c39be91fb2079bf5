import { isRecord } from '../http';
import { isDay } from './clock';

/** A request object with lower-cased names: SnelStart reads names in any case (SS-206). */
export type Fields = Map<string, unknown>;

export function toFields(value: unknown): Fields | undefined {
	if (!isRecord(value)) return undefined;
	return new Map(Object.entries(value).map(([name, field]) => [name.toLowerCase(), field]));
}

const guidPattern = /^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i;
const base64Pattern = /^[A-Za-z0-9+/]*={0,2}$/;
const decimalPattern = /^\s*(-?)(\d+)(?:\.(\d+))?\s*$/;
const datePattern = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;

/** Decimal text to integer cents; undefined when it is not a decimal or has more than two decimals. */
export function toCents(text: string): number | undefined {
	const match = decimalPattern.exec(text);
	if (!match) return undefined;
	const [, sign, whole = '0', fraction = ''] = match;
	const decimals = fraction.replace(/0+$/, '');
	if (decimals.length > 2) return undefined;
	const cents = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
	return sign && cents !== 0 ? -cents : cents;
}

/**
 * Reads a request the way SnelStart's model binding does: text, decimal (a string will do), whole
 * number, guid, date and list, by name in any case. What cannot be read is noted under
 * `parameter.Name`; the caller answers with all notes at once.
 */
export function createBinder(parameter: string) {
	const problems: Record<string, string[]> = {};
	const note = (path: string, message: string): undefined => {
		(problems[`${parameter}.${path}`] ??= []).push(message);
		return undefined;
	};
	const wrongType = (path: string, value: unknown, type: string): undefined =>
		note(path, `Error converting value ${JSON.stringify(value)} to type '${type}'.`);
	const raw = (from: Fields, path: string): unknown =>
		from.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase()) ?? undefined;

	return {
		problems,
		note,
		text(from: Fields, path: string): string | undefined {
			const value = raw(from, path);
			if (value === undefined) return undefined;
			if (typeof value === 'string') return value;
			if (typeof value === 'number' || typeof value === 'boolean') return String(value);
			return wrongType(path, value, 'System.String');
		},
		/** Integer cents. */
		money(from: Fields, path: string): number | undefined {
			const value = raw(from, path);
			if (value === undefined) return undefined;
			const isScalar = typeof value === 'number' || typeof value === 'string';
			const cents = isScalar ? toCents(String(value)) : undefined;
			return cents ?? wrongType(path, value, 'System.Decimal');
		},
		integer(from: Fields, path: string, least: number, most: number): number | undefined {
			const value = raw(from, path);
			if (value === undefined) return undefined;
			const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
			if (typeof number !== 'number' || !Number.isInteger(number)) {
				return wrongType(path, value, 'System.Int32');
			}
			if (number < least || number > most) {
				return note(path, `The field ${path} must be between ${least} and ${most}.`);
			}
			return number;
		},
		/** A whole number without bounds. */
		whole(from: Fields, path: string): number | undefined {
			return this.integer(from, path, -Infinity, Infinity);
		},
		/** A decimal with as many decimals as were sent. */
		decimal(from: Fields, path: string): number | undefined {
			const value = raw(from, path);
			if (value === undefined) return undefined;
			const isScalar = typeof value === 'number' || typeof value === 'string';
			if (isScalar && decimalPattern.test(String(value))) return Number(value);
			return wrongType(path, value, 'System.Decimal');
		},
		/** Bytes as base64 text; the text is kept. */
		base64(from: Fields, path: string): string | undefined {
			const value = raw(from, path);
			if (value === undefined) return undefined;
			if (typeof value === 'string' && base64Pattern.test(value) && value.length % 4 === 0) {
				return value;
			}
			return note(path, `Error converting the value to type 'System.Byte[]'.`);
		},
		/** A date and time as SnelStart writes them: yyyy-MM-ddTHH:mm:ss. */
		moment(from: Fields, path: string): string | undefined {
			const day = this.day(from, path);
			if (day === undefined) return undefined;
			const time = /[T ](\d{2}:\d{2}(?::\d{2})?)/.exec(String(raw(from, path)))?.[1] ?? '00:00:00';
			return `${day}T${time.length === 5 ? `${time}:00` : time}`;
		},
		flag(from: Fields, path: string): boolean {
			const value = raw(from, path);
			if (value === undefined || typeof value === 'boolean') return value ?? false;
			wrongType(path, value, 'System.Boolean');
			return false;
		},
		guid(from: Fields, path: string): string | undefined {
			const value = raw(from, path);
			if (value === undefined || value === '') return undefined;
			if (typeof value === 'string' && guidPattern.test(value)) {
				return value.replace(/[{}]/g, '').toLowerCase();
			}
			return wrongType(path, value, 'System.Guid');
		},
		/** The id inside a reference such as `klant: { id }`. */
		reference(from: Fields, path: string): string | undefined {
			const value = raw(from, path);
			if (value === undefined) return undefined;
			const inner = toFields(value);
			return inner ? this.guid(inner, `${path}.Id`) : wrongType(path, value, 'Identifier');
		},
		/** Like `reference`, and notes when there is none. */
		requiredReference(from: Fields, path: string): string | undefined {
			if (raw(from, path) !== undefined) return this.reference(from, path);
			return note(path, `The ${path.slice(path.lastIndexOf('.') + 1)} field is required.`);
		},
		/** yyyy-MM-dd; the time of day is dropped, a zone is not taken (SS-204). */
		day(from: Fields, path: string): string | undefined {
			const value = raw(from, path);
			if (value === undefined) return undefined;
			const day = typeof value === 'string' ? datePattern.exec(value)?.[1] : undefined;
			return day && isDay(day) ? day : wrongType(path, value, 'System.DateTime');
		},
		list(from: Fields, path: string): unknown[] {
			const value = raw(from, path);
			if (value === undefined || Array.isArray(value)) return value ?? [];
			wrongType(path, value, 'System.Array');
			return [];
		},
		object(from: Fields, path: string): Fields | undefined {
			const value = raw(from, path);
			if (value === undefined) return undefined;
			return toFields(value) ?? wrongType(path, value, 'System.Object');
		},
	};
}
export type Binder = ReturnType<typeof createBinder>;
