import { cardText } from '../../../../bookkeeping';
import type { Refusal } from '../../../shared/snelStart/refusal';
import type { NewRelation } from './toRelation';

/**
 * Fields a new relation can do without, and the codes SnelStart refuses them with. The VAT number is
 * not among them: whether it may be left off depends on what is booked, and a card without it may be
 * there already (`findOrCreateCustomers`).
 */
const droppable = {
	email: { codes: ['REL-0061', 'REL-0084', 'REL-0085'], said: 'withoutEmail' },
	kvkNummer: { codes: ['REL-0006'], said: 'withoutChamberOfCommerce' },
	telefoon: { codes: ['REL-0013'], said: 'withoutPhone' },
	mobieleTelefoon: { codes: ['REL-0012'], said: 'withoutMobile' },
} as const;
type DroppableField = keyof typeof droppable;
const fieldNames = Object.keys(droppable) as DroppableField[];

/**
 * The relation without the optional fields that SnelStart refused, with a warning per field;
 * `undefined` when anything else was refused too (SS-442: one bad field rejects
 * the whole record).
 */
export function withoutRefusedFields(
	relation: NewRelation,
	refusal: Refusal,
): { relation: NewRelation; warnings: string[] } | undefined {
	const causes = refusal.fields.length > 0 ? refusal.fields : refusal.codes;
	const fields = causes.map(fieldBehind);
	if (!fields.every((field) => field !== undefined && relation[field] !== undefined)) {
		return undefined;
	}
	const refused = [...new Set(fields as DroppableField[])];
	const rest = Object.entries(relation).filter(
		([name]) => !refused.includes(name as DroppableField),
	);
	return {
		relation: Object.fromEntries(rest) as NewRelation,
		warnings: refused.map((field) => cardText(droppable[field].said)),
	};
}

/** The field behind a code (`REL-0061`) or a name of the model state (`relatie.Email`). */
function fieldBehind(cause: string): DroppableField | undefined {
	const name = cause.slice(cause.lastIndexOf('.') + 1).toLowerCase();
	return fieldNames.find((field) => {
		const codes: readonly string[] = droppable[field].codes;
		return field.toLowerCase() === name || codes.includes(cause);
	});
}
