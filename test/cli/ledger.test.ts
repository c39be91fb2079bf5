import { columnsOf } from '../../bookkeeping';
import { ledgerColumns } from '../../cli/ledger';

test('the command makes its table with the columns that the manual describes', () => {
	expect(ledgerColumns).toEqual(columnsOf('ClientImports'));
});
