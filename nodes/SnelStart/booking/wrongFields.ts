import type { z } from 'zod';

/** What to say of a draft that does not have its form: which fields are wrong, never what they hold. */
export function wrongFields({
	issues,
}: z.ZodError): { case: 'fields'; fields: string[] } | { case: 'noDraft' } {
	const paths = issues.map(({ path }) => path.join('.'));
	const fields = [...new Set(paths)].filter((field) => field !== '');
	return fields.length > 0 ? { case: 'fields', fields } : { case: 'noDraft' };
}
