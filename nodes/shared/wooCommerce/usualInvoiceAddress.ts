/** As the settings have it, for the node that knows nothing else of bookkeeping. */
export { USUAL_INVOICE_ADDRESS } from '../../../bookkeeping';
