/** What n8n keeps of a workflow: plain JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Parameters = Record<string, Json>;
