/** The n8n that nodes and templates are tested with. */
export const TESTED_N8N = '2.41.1';
