import { fitsSku } from '../../../bookkeeping/vat/fitsSku';

test.each([
	['MUG', 'MUG', true],
	['MUG-L', 'MUG', false],
	['MUG', 'mug', false],
	['MUG-L', 'MUG-*', true],
	['MUG-', 'MUG-*', true],
	['MUG', 'MUG-*', false],
	['ANY', '*', true],
	// An article without a number fits no pattern.
	['', '*', false],
	['', '', true],
	['A*B', 'A*B', true],
	['AXB', 'A*B', false],
])('"%s" and "%s": %s', (sku, pattern, fits) => {
	expect(fitsSku(sku, pattern)).toBe(fits);
});
