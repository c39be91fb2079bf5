import { textOf } from '../../../bookkeeping/codes/register';
import { Finding, reasonOf } from '../../../bookkeeping/trade/findings';

const finding = new Finding('FREE_ORDER', { case: 'order' });

test('a finding is an error with a code, and says what the register says', () => {
	expect(finding).toBeInstanceOf(Error);
	expect(finding.name).toBe('Finding');
	expect(finding.code).toBe('FREE_ORDER');
	expect(finding.message).toBe(textOf(finding.reason).message);
	expect(finding.message).not.toBe('');
});

test('a reason can be thrown again as it is', () => {
	expect(new Finding(finding.reason).reason).toBe(finding.reason);
	expect(reasonOf(finding)).toBe(finding.reason);
});

test('a fault of the program is told by its kind, without what it says (W071)', () => {
	const reason = reasonOf(new TypeError('ada@mail.example is not iterable'));
	expect(reason.code).toBe('CONTENT_UNREADABLE');
	expect(JSON.stringify([reason, textOf(reason)])).toContain('TypeError');
	expect(JSON.stringify([reason, textOf(reason)])).not.toContain('ada@mail.example');
	expect(reasonOf('a text that was thrown').code).toBe('CONTENT_UNREADABLE');
});
