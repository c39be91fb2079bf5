import { orderFileFields, type NamedColumn, type OrderFileField } from './columns';

/** What a setting `field=heading` names. One without a field that exists is named as a whole. */
export function namedColumns(texts: readonly string[]): NamedColumn[] {
	return texts.map((text) => {
		const [field = '', ...heading] = text.split('=');
		const column = heading.join('=').trim();
		return isField(field.trim()) && column !== ''
			? { field: field.trim(), column }
			: { field: '', column: text };
	});
}

const isField = (name: string): name is OrderFileField =>
	orderFileFields.includes(name as OrderFileField);
